/** The lobby: continue a workshop, start one, rehearse one, and see what is needed in the room. */
import { deleteDialog } from "./lobby_delete.js";
import { attribute, h, write } from "../dom.js";
import { built } from "./frame.js";
import { keepingFocus } from "./keep_focus.js";
import { neededInTheRoom } from "./lobby_needs.js";
import { saveFile } from "./save_file.js";
import { sessionLists } from "./lobby_sessions.js";
import { startForm } from "./lobby_start.js";
import { pressGuard } from "./press_guard.js";

/** @typedef {import("../types.js").Model & import("./save_file.js").Sender} Model */
/** @typedef {import("../types.js").Language} Language */
/** @typedef {import("./lobby_sessions.js").Row} Row */
/** @typedef {import("./lobby_start.js").Plan} Plan */
/**
 * @typedef {object} View
 * @property {Row[]} sessions
 * @property {Plan[]} workshops
 * @property {{ id: string, title: string, guess: string | null }[]} instruments
 * @property {string[]} mistakes in the content that is left out
 * @property {import("./lobby_earlier.js").Earlier | null} earlier what a new session is compared with
 * @property {string} message
 * @property {boolean} urgent the message is about something that went wrong
 * @property {string} lost why the store can't be read, if it can't
 * @property {number} heard grows with each press that the kernel has answered
 */

/** @type {[Language, string][]} */
const LANGUAGES = [
  ["fi", "suomi"],
  ["sv", "svenska"],
  ["en", "English"],
];

/** @param {{ model: Model, el: HTMLElement }} host */
function render(host) {
  return built(host, "vt-lobby", (t) => createLobby(host.model, t)).stop;
}

/** @param {Model} model @param {import("../types.js").Translate} t */
function createLobby(model, t) {
  /** @type {Language} */
  const language = model.get("language");
  const message = h("p", { class: "vt-lobby-message", role: "status" });
  const trouble = h("p", { class: "vt-lobby-message vt-lobby-alert", role: "alert" });
  const again = h("button", { type: "button", class: "vt-btn", onclick: () => send({ do: "look" }) }, t("Try again"));
  const guard = pressGuard((held, answered) => {
    attribute(main, "data-held", held);
    if (!held && !answered) write(message, t("No answer yet. You can try again."));
  });
  const asking = deleteDialog(t);
  const report = saveFile(model, "report");
  const lists = h("div", {});
  const start = h("div", {});
  const main = h("div", { class: "vt-lobby-main" }, message, trouble, again, lists, start, neededInTheRoom(t));
  const told = { sessions: "", start: "" };
  let heard = -1;

  /** @param {Record<string, unknown>} words @param {ArrayBuffer[]} [buffers] */
  function send(words, buffers = /** @type {ArrayBuffer[]} */ ([])) {
    // A file that was chosen is no press that could come twice.
    if (words.do !== "bring" && !guard.press()) return;
    write(message, words.do === "start" || words.do === "open" ? t("Opening…") : "");
    model.send(words, undefined, buffers);
  }

  /** @param {string} code */
  function saveReport(code) {
    if (guard.press()) report.ask({ do: "report", code });
  }

  const languages = LANGUAGES.map(([code, name]) =>
    h(
      "button",
      {
        type: "button",
        class: "vt-chip",
        lang: code,
        "aria-pressed": String(code === language),
        "data-keep": `language/${code}`,
        onclick: () => {
          rememberLanguage(code);
          send({ do: "language", language: code });
        },
      },
      name,
    ),
  );

  return {
    nodes: [
      h(
        "header",
        { class: "vt-lobby-bar" },
        h("h1", {}, t("Workshops of a network")),
        h("div", { role: "group", "aria-label": t("Language") }, ...languages),
      ),
      main,
      asking.el,
    ],
    /** @param {View} view */
    update(view) {
      if (!view.workshops) return;
      if (view.heard !== heard) {
        write(message, view.urgent ? "" : view.message);
        write(trouble, view.lost || (view.urgent ? view.message : ""));
        if (heard !== -1) guard.answer();
        heard = view.heard;
      }
      again.hidden = !view.lost;
      const sessions = JSON.stringify(view.sessions);
      if (sessions !== told.sessions) {
        told.sessions = sessions;
        keepingFocus(lists, () =>
          lists.replaceChildren(...sessionLists(view.sessions, { t, language, send, ask: asking.ask, saveReport })),
        );
      }
      start.hidden = Boolean(view.lost);
      const plans = JSON.stringify([view.workshops, view.instruments, view.mistakes, view.earlier]);
      if (plans !== told.start) {
        told.start = plans;
        keepingFocus(start, () => start.replaceChildren(startForm(view, { t, language, send })));
      }
    },
    stop() {
      guard.stop();
      report.stop();
    },
  };
}

/** The page's address remembers the language, for a reload. @param {Language} language */
function rememberLanguage(language) {
  if (!document.body.classList.contains("vt-page")) return;
  const url = new URL(location.href);
  url.searchParams.set("kieli", language);
  history.replaceState(history.state, "", url);
  document.documentElement.lang = language;
}

export default { render };
