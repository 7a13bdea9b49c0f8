/** The leader's console: where the workshop is, how many have answered, and what to do next. */
import { actionButtons } from "./actions.js";
import { attribute, h, translator, write } from "./dom.js";
import { formatCode } from "./join_code.js";
import { underServer } from "./jupyter.js";
import { seldom } from "./seldom.js";

/** @typedef {import("./types.js").Model} Model */
/** @typedef {import("./types.js").Translate} Translate */
/** @typedef {import("./actions.js").Action} Action */

/**
 * @typedef {object} View
 * @property {string} title
 * @property {string} code
 * @property {string} stage
 * @property {string} stage_text
 * @property {{ title: string, minutes: number, status: "done" | "now" | "next" }[]} steps
 * @property {{ joined?: number | null, answered?: number | null, done?: number | null }} counts
 *   those that are null are not shown
 * @property {Action[]} actions
 * @property {string} note
 * @property {string} step_title
 * @property {string} screen_url
 * @property {string} message
 * @property {boolean} [urgent] the message is about something that went wrong
 */

/** Between two times that a screen reader tells the counts. */
const PAUSE = 10_000;

/** @param {{ model: Model, el: HTMLElement }} host */
function render({ model, el: host }) {
  const root = h("section", { class: "vt vt-conductor" });
  host.append(root);
  let desk = build();

  function build() {
    const language = model.get("language");
    attribute(root, "lang", language);
    const made = createDesk(translator(model.get("texts"), language), (id) => model.send({ action: id }));
    root.replaceChildren(...made.nodes);
    made.update(model.get("view"));
    return made;
  }

  function onView() {
    desk.update(model.get("view"));
  }

  function onWords() {
    desk.stop();
    desk = build();
  }

  const words = ["change:language", "change:texts"];
  words.forEach((event) => model.on(event, onWords));
  model.on("change:view", onView);

  return () => {
    words.forEach((event) => model.off(event, onWords));
    model.off("change:view", onView);
    desk.stop();
    root.remove();
  };
}

/** @param {Translate} t @param {(action: string) => void} send */
function createDesk(t, send) {
  const title = h("h1", {});
  const code = h("b", { class: "vt-conductor-code", translate: "no" });
  const stage = h("span", { class: "vt-conductor-stage" });
  const screen = h(
    "a",
    { class: "vt-chip", target: "_blank", rel: "noopener", title: t("Opens in a new window") },
    t("Projector ↗"),
  );
  const stepTitle = h("h2", { tabindex: "-1" });
  const counts = countsList(t);
  const spoken = h("p", { class: "vt-unseen", role: "status" });
  const speech = seldom((/** @type {string} */ words) => write(spoken, words), PAUSE);
  const message = h("p", { class: "vt-conductor-message", role: "status" });
  const trouble = h("p", { class: "vt-conductor-message vt-conductor-alert", role: "alert" });
  const note = noteOf(t);
  const steps = stepsList(t);
  /** What the buttons themselves have to say; it stays until the workshop or a press moves on. */
  let own = "";
  let state = "";
  const actions = actionButtons({
    send,
    tell(words) {
      own = words;
      write(message, words);
    },
    words: {
      group: t("What to do next"),
      cancel: t("Cancel"),
      silence: t("No answer yet. You can try again."),
    },
    fallback: stepTitle,
  });
  const now = h("div", { class: "vt-conductor-now" }, stepTitle, counts.el, actions.el, trouble, message, note.el);

  return {
    nodes: [
      h("header", { class: "vt-conductor-bar" }, title, code, screen, stage, actions.ending),
      h("div", { class: "vt-conductor-columns" }, now, steps.el),
      spoken,
      actions.dialog,
    ],
    /** @param {Partial<View> | null | undefined} view empty until the kernel has read the session */
    update(view) {
      if (!view?.steps) return;
      write(title, view.title ?? "");
      write(code, formatCode(view.code ?? ""));
      write(stage, view.stage_text ?? "");
      attribute(stage, "data-stage", view.stage);
      attribute(screen, "href", view.screen_url ? underServer(view.screen_url) : null);
      screen.hidden = !view.screen_url;
      write(stepTitle, view.step_title ?? "");
      counts.update(view.counts ?? {});
      speech.offer(counts.words(view.counts ?? {}));
      const newest = JSON.stringify({ ...view, counts: null });
      if (newest !== state) own = "";
      write(message, own || (view.urgent ? "" : (view.message ?? "")));
      write(trouble, view.urgent ? (view.message ?? "") : "");
      note.update(view.note ?? "");
      steps.update(view.steps);
      actions.update(view.actions ?? [], newest !== state);
      state = newest;
    },
    stop() {
      speech.stop();
      actions.stop();
    },
  };
}

/** @param {Translate} t */
function countsList(t) {
  const kinds = /** @type {const} */ (["joined", "answered", "done"]);
  const names = { joined: t("joined"), answered: t("answered"), done: t("finished") };
  const cells = kinds.map((kind) => {
    const number = h("b", {});
    return { kind, number, el: h("li", {}, number, " ", h("span", {}, names[kind])) };
  });
  return {
    el: h("ul", { class: "vt-conductor-counts", role: "list" }, ...cells.map((cell) => cell.el)),
    /** @param {View["counts"]} counts */
    update(counts) {
      for (const cell of cells) {
        write(cell.number, String(counts[cell.kind] ?? ""));
        cell.el.hidden = counts[cell.kind] == null;
      }
    },
    /** @param {View["counts"]} counts */
    words(counts) {
      const told = kinds.filter((kind) => counts[kind] != null);
      return told.map((kind) => `${counts[kind]} ${names[kind]}`).join(", ");
    },
  };
}

/** @param {Translate} t */
function stepsList(t) {
  const list = h("ol", { role: "list" });
  let shown = "";
  return {
    el: h("nav", { class: "vt-conductor-steps", "aria-label": t("Steps of the workshop") }, list),
    /** @param {View["steps"]} steps */
    update(steps) {
      const newest = JSON.stringify(steps);
      if (newest === shown) return;
      shown = newest;
      list.replaceChildren(
        ...steps.map(({ title, minutes, status }) =>
          h(
            "li",
            { "data-status": status, "aria-current": status === "now" ? "step" : null },
            h(
              "span",
              {},
              status === "done" ? h("span", { role: "img", "aria-label": t("Done") }, "✓ ") : null,
              title,
            ),
            h("span", { class: "vt-conductor-minutes" }, t("{n} min", { n: minutes })),
          ),
        ),
      );
    },
  };
}

/** @param {Translate} t */
function noteOf(t) {
  const body = h("div", {});
  const section = h("section", { class: "vt-conductor-note" }, h("h3", {}, t("For the leader")), body);
  let shown = "";
  return {
    el: section,
    /** @param {string} words paragraphs with an empty line between them */
    update(words) {
      section.hidden = !words;
      if (words === shown) return;
      shown = words;
      const paragraphs = words.trim().split(/\n\s*\n/);
      body.replaceChildren(...paragraphs.map((paragraph) => h("p", {}, paragraph.trim())));
    },
  };
}

export default { render };
