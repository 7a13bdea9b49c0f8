/** The participant's page: hosts the assessment without a kernel, and says what goes on around it. */

import assessment from "./assessment.js";
import { Connection } from "./connection.js";
import { attribute, h, into, same, translator, write } from "./dom.js";
import { createGroupChoice } from "./group_choice.js";
import { createHeader } from "./header.js";
import { createModel } from "./model.js";
import { createOutbox, shelf } from "./outbox.js";
import { createTimer } from "./phone_timer.js";

/** @typedef {import("./types.js").Language} Language */
/** @typedef {import("./types.js").State} State */

/** A page hidden longer than this (ms) may hold a socket that died in its sleep. */
const NAP = 10_000;
/** A page that could not load a part is loaded anew, but not more often than this (ms). */
const RELOAD_PAUSE = 30_000;

/** @returns {Storage | null} null where the browser forbids it */
function localStore() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/**
 * What to say when nothing is asked.
 *
 * @param {string} view
 * @param {State} state
 * @param {Language} language
 * @param {import("./types.js").Translate} t
 */
function words(view, state, language, t) {
  switch (view) {
    case "lobby":
      return {
        title: t("Welcome!"),
        lines: [
          t("You are in. Keep this page open: the questions come here when the leader starts."),
          t("You answer without a name. Only the answers of the whole room are shown."),
        ],
      };
    case "message":
      return {
        title: into(state.step_title, language),
        lines: [
          into(state.message, language) || t("Nothing to answer right now. Keep this page open."),
        ],
      };
    case "closed":
      return {
        title: t("The workshop has ended"),
        lines: [t("Thank you for taking part! You can close this page.")],
      };
    case "another_tab":
      return {
        title: t("Open in another tab"),
        lines: [t("Your answers are safe. This page rests while another one is open.")],
        action: t("Continue here"),
      };
    case "full":
      return {
        title: t("The workshop is full"),
        lines: [t("No more people fit in right now. Tell the leader, and try again.")],
        action: t("Try again"),
      };
    case "resting":
      return {
        title: t("This page rests"),
        lines: [t("Nothing has happened for a long time. Your answers are safe.")],
        action: t("Continue"),
      };
    case "protocol":
      return {
        title: t("This page is out of date"),
        lines: [t("Your answers are safe. Reload the page to go on.")],
        action: t("Reload"),
      };
  }
  return {
    title: view === "expired" ? t("This code has expired") : t("This code is not in use"),
    lines: [t("Check the code on the screen and type it again.")],
    link: t("Type the code"),
  };
}

/** @param {State} state @param {string | null} ending */
function viewOf(state, ending) {
  if (ending) return ending;
  if (state.stage === "closed") return "closed";
  if (state.stage === "drafted") return "lobby";
  return state.instrument ? "assessment" : "message";
}

function boot() {
  const app = /** @type {HTMLElement} */ (document.getElementById("app"));
  const data = JSON.parse(document.getElementById("verkosto-data")?.textContent ?? "{}");
  const storage = localStore();
  const kept = shelf(storage, `${data.storage}:page`, {
    language: data.language,
    page: 0,
    asked: "",
  });
  const address = location.pathname.replace(/\/+$/, "");
  const protocol = location.protocol === "https:" ? "wss:" : "ws:";
  const socketAddress = `${protocol}//${location.host}${address}/live`;

  const connection = new Connection({
    state: data.state,
    outbox: createOutbox(storage, data.storage),
    open: () => new WebSocket(socketAddress),
    clock: {
      now: Date.now,
      set: (f, ms) => setTimeout(f, ms),
      clear: (timer) => clearTimeout(timer),
    },
    changed: refresh,
  });
  const model = createModel({ texts: data.texts, answers: {}, kind_modules: {} }, saved, received);

  const title = h("h1", { class: "vt-unseen" });
  const stage = h("div", { class: "vt-stage" });
  const timer = createTimer();
  app.replaceChildren(title, timer.el, stage);
  attribute(app, "role", "main");
  /** Takes the view shown away. @type {(() => void) | null} */
  let leave = null;
  /** What the view shown was made of, and what it can be brought up to date with. */
  let shown = "";
  let bringUpToDate = () => {};

  /** @param {string[]} names */
  function saved(names) {
    if (names.includes("answers")) {
      const [before, after] = [connection.answers, model.get("answers")];
      for (const id of new Set([...Object.keys(before), ...Object.keys(after)])) {
        if (!same(before[id], after[id])) connection.answer(id, after[id] ?? null);
      }
    }
    const { language, page } = { language: model.get("language"), page: model.get("page") };
    kept.write({ ...kept.read(), language, page });
    if (names.includes("language")) refresh();
  }

  /** @param {any} message */
  function received(message) {
    if (message.type !== "kind_missing") return;
    const last = shelf(storage, `${data.storage}:reload`, { at: 0 });
    if (!storage || Date.now() - last.read().at < RELOAD_PAUSE) return;
    last.write({ at: Date.now() });
    location.reload();
  }

  function refresh() {
    const { state, ending, status } = connection;
    const view = viewOf(state, ending);
    const language = /** @type {Language} */ (model.get("language") ?? kept.read().language);
    const t = translator(data.texts, language);
    const name = into(view === "assessment" ? state.instrument?.title : state.title, language);
    const caption =
      view === "assessment" ? t("{title} · round {n}", { title: name, n: state.round }) : name;
    const asked = `${state.instrument?.id}/${state.round}`;
    if (view === "assessment" && kept.read().asked !== asked)
      kept.write({ language, page: 0, asked });

    attribute(document.documentElement, "lang", language);
    document.title = `${into(state.step_title, language) || name} – ${into(state.title, language)}`;
    write(title, into(state.title, language));
    model.put("language", language);
    model.put("status", status);
    model.put("caption", caption);
    if (view === "assessment") {
      const { locked, frozen } = {
        locked: state.stage === "locked",
        frozen: state.stage === "frozen",
      };
      model.put("minimum", state.minimum);
      model.put("locked", locked || frozen);
      model.put("results", state.results);
      model.put("before", connection.before);
      model.put("answers", connection.answers);
      model.put("instrument", state.instrument);
      model.put("page", kept.read().page);
    }
    timer.update(state, language, t);
    show(view, language);
    bringUpToDate();
  }

  /** @param {string} view @param {Language} language */
  function show(view, language) {
    const { state } = connection;
    const waiting = view === "lobby" && !connection.joined;
    const content = [view, language, state.message, state.step_title, waiting];
    const key = view === "assessment" ? view : JSON.stringify(content);
    if (key === shown) return;
    const [first, moved] = [shown === "", !shown.includes(`"${view}"`)];
    leave?.();
    shown = key;
    if (view === "assessment") {
      leave = assessment.render({ model, el: stage });
      bringUpToDate = () => {};
    } else {
      leave = plain(view, waiting);
    }
    if (!first && moved) {
      stage.querySelector("h2")?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
  }

  /**
   * A view of a heading, a few lines and perhaps one thing to do.
   *
   * @param {string} view
   * @param {boolean} waiting for the first welcome
   */
  function plain(view, waiting) {
    const language = /** @type {Language} */ (model.get("language"));
    const t = translator(data.texts, language);
    const text = words(view, connection.state, language, t);
    const header = createHeader((chosen) => {
      model.set("language", chosen);
      model.save_changes();
      // The view was drawn anew in the other language; the focus stays on the button pressed.
      stage.querySelector(/** @type {"button"} */ (`button[lang="${chosen}"]`))?.focus();
    });
    const lines = waiting ? [t("Connecting…"), ...text.lines.slice(1)] : text.lines;
    const grouping = ["lobby", "message"].includes(view) && !waiting;
    const groups = createGroupChoice({
      folded: view === "message",
      onChoose: (group) => connection.choose(group),
    });
    const act = view === "protocol" ? () => location.reload() : () => connection.resume();
    const marks = ["circle", "square", "triangle"].map((shape) =>
      h("span", { class: `vt-${shape}` }, h("span", { class: "vt-mark" })),
    );
    const root = h(
      "div",
      { class: "vt vt-saying", lang: language, "data-view": view },
      header.el,
      h(
        "div",
        { class: "vt-body" },
        view === "lobby" ? h("div", { class: "vt-marks", "aria-hidden": "true" }, ...marks) : null,
        h("h2", { tabindex: -1 }, text.title),
        ...lines.map((line) => h("p", { class: "vt-lead" }, line)),
        grouping ? groups.el : null,
        text.action
          ? h("button", { type: "button", class: "vt-btn vt-primary", onclick: act }, text.action)
          : null,
        text.link
          ? h("a", { class: "vt-btn vt-primary", href: `${address}/../../` }, text.link)
          : null,
      ),
    );
    bringUpToDate = () => {
      const { ending, status, group: chosen, regroup: again } = connection;
      groups.update({ groups: connection.state.groups, chosen, again, t });
      header.update({ caption: model.get("caption"), status: ending ? "" : status, language, t });
    };
    stage.append(root);
    return () => {
      header.stop();
      root.remove();
    };
  }

  let hiddenAt = 0;
  addEventListener("online", () => connection.wake());
  addEventListener("offline", () => connection.offline());
  addEventListener("pagehide", () => connection.stop());
  addEventListener("pageshow", () => connection.start());
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) hiddenAt = Date.now();
    else if (connection.ending === "resting") connection.resume();
    else connection.wake({ fresh: Date.now() - hiddenAt > NAP });
  });
  // A choice of language in another tab and a page kept from an earlier visit are read here.
  refresh();
  connection.start();
}

// By then the page has also run the kind that is asked, which came with it.
document.addEventListener("DOMContentLoaded", boot);
