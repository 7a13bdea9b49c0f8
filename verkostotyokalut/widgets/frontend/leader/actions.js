/** The leader's buttons: one press at a time, safe from double clicks, focus kept in reason. */
import { attribute, h, write } from "../dom.js";
import { pressGuard } from "./press_guard.js";

/**
 * @typedef {object} Action
 * @property {string} id
 * @property {string} label
 * @property {boolean} primary
 * @property {boolean} enabled
 * @property {string} [reason] why it is not enabled
 * @property {string} [confirm] a question to ask first; such a button stands apart from the others,
 *   unless it is the primary one
 * @property {string[]} [files] what can be saved before answering, by the files' endings
 */

/** Whether a button stands apart. @param {Action} action */
const apart = ({ confirm, primary }) => Boolean(confirm) && !primary;

/**
 * @param {object} options
 * @param {(action: string) => void} options.send
 * @param {(words: string) => void} options.tell shows words to the leader
 * @param {(ending: string) => void} options.save
 * @param {{ group: string, cancel: string, silence: string, keep: string, file: (ending: string) => string }} options.words
 * @param {HTMLElement} options.fallback where the focus goes when no button can have it
 */
export function actionButtons({ send, tell, save, words, fallback }) {
  const group = h("div", { class: "vt-actions", role: "group", "aria-label": words.group });
  const ending = h("div", { class: "vt-actions-ending" });
  const question = askFirst(words, save);
  /** @type {Map<string, HTMLButtonElement>} */
  const buttons = new Map();
  /** @type {Action[]} */
  let actions = [];
  let heard = false;

  const guard = pressGuard((held, answered) => {
    paint();
    // A kernel that has shown no sign of life since the press may be gone.
    if (!held && !answered && !heard) tell(words.silence);
  });

  /** @param {string} id */
  function find(id) {
    return actions.find((action) => action.id === id);
  }

  /** @param {string} id */
  async function onPress(id) {
    const action = find(id);
    if (!action || guard.held) return;
    if (!action.enabled) {
      if (action.reason) tell(action.reason);
      return;
    }
    if (action.confirm && !(await question.ask(action.confirm, action))) return;
    // The workshop may have moved on while the question was open.
    if (!find(id)?.enabled || !guard.press()) return;
    heard = false;
    tell("");
    attribute(/** @type {Element} */ (buttons.get(id)), "data-pressed", true);
    send(id);
  }

  function paint() {
    for (const action of actions) {
      const { id, label, primary, enabled, reason } = action;
      const button = /** @type {HTMLButtonElement} */ (buttons.get(id));
      write(button, label);
      button.className = apart(action) ? "vt-chip" : `vt-btn${primary ? " vt-primary" : ""}`;
      // Not `disabled`: the focus must stay where it is, and a reason must be heard.
      attribute(button, "aria-disabled", !enabled || guard.held ? "true" : null);
      attribute(button, "title", enabled ? null : reason);
      if (!guard.held) attribute(button, "data-pressed", null);
    }
  }

  function place() {
    const focused = document.activeElement;
    const had = [...buttons.values()].find((button) => button === focused);
    for (const id of [...buttons.keys()]) {
      if (!find(id)) buttons.delete(id);
    }
    for (const { id } of actions) {
      if (buttons.has(id)) continue;
      buttons.set(id, h("button", { type: "button", onclick: () => void onPress(id) }));
    }
    /** @param {boolean} alone */
    const of = (alone) =>
      actions
        .filter((action) => apart(action) === alone)
        .map((action) => /** @type {HTMLButtonElement} */ (buttons.get(action.id)));
    group.replaceChildren(...of(false));
    ending.replaceChildren(...of(true));
    if (had) refocus(had);
  }

  /** @param {HTMLButtonElement} had the button that had the focus */
  function refocus(had) {
    const usable = actions.filter((action) => action.enabled && !apart(action));
    const next = usable.find((action) => action.primary) ?? usable[0];
    const button = had.isConnected ? had : next && buttons.get(next.id);
    (button ?? fallback).focus();
  }

  return {
    el: group,
    /** The buttons that ask first. */
    ending,
    dialog: question.el,
    /**
     * @param {Action[]} newest
     * @param {boolean} moved something that an action can change has changed
     */
    update(newest, moved) {
      heard = true;
      const before = actions;
      actions = newest;
      /** @param {Action[]} list */
      const order = (list) => JSON.stringify(list.map((action) => [action.id, apart(action)]));
      if (order(before) !== order(newest)) place();
      if (moved) guard.answer();
      paint();
    },
    stop() {
      guard.stop();
    },
  };
}

/**
 * A question that has to be answered before something that can't be taken back.
 *
 * @param {{ cancel: string, keep: string, file: (ending: string) => string }} words
 * @param {(ending: string) => void} save
 */
function askFirst(words, save) {
  const text = h("p", {});
  const files = h("div", { class: "vt-actions-files" });
  const keep = h("div", { class: "vt-actions-keep" }, h("p", {}, words.keep), files);
  const yes = h("button", { class: "vt-btn vt-primary", value: "yes" });
  const no = h("button", { class: "vt-btn", value: "no", autofocus: true }, words.cancel);
  const form = h("form", { method: "dialog" }, text, keep, yes, no);
  const dialog = h("dialog", { class: "vt-actions-ask" }, form);

  return {
    el: dialog,
    /** @param {string} question @param {Action} action @returns {Promise<boolean>} */
    ask(question, { label, files: endings = [] }) {
      write(text, question);
      write(yes, label.replace(/…$/, ""));
      files.replaceChildren(
        ...endings.map((ending) =>
          h("button", { type: "button", class: "vt-btn", onclick: () => save(ending) }, words.file(ending)),
        ),
      );
      keep.hidden = endings.length === 0;
      dialog.returnValue = "no";
      dialog.showModal();
      return new Promise((resolve) =>
        dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true }),
      );
    },
  };
}
