/** What became of the sheets: saved, on their way, or not taken and why. */
import { h, write } from "../../dom.js";
import { keepingFocus } from "../keep_focus.js";

/** @typedef {import("../../types.js").Translate} Translate */
/** @typedef {import("./kept.js").Entry} Entry */

/** Why a sheet was not taken, where the same can simply be tried again. */
const PASSING = ["store", "silent"];

/**
 * @param {Translate} t
 * @param {{ onUndo: () => void, onRetry: (entry: Entry) => void, onOpen: (entry: Entry) => void }} pressed
 */
export function createTold(t, { onUndo, onRetry, onOpen }) {
  const saved = h("span", { role: "status" });
  const undo = h("button", { type: "button", class: "vt-clear", onclick: onUndo });
  const done = h("p", { class: "vt-paper-done" }, saved, " ", undo);
  const list = h("ul", { class: "vt-paper-refused", role: "list" });
  let drawn = "";

  /** @param {Entry} entry @param {boolean} closed */
  function refused(entry, closed) {
    const { sheet, press, why, words } = entry;
    const [name, act] = PASSING.includes(why)
      ? [t("Try again"), onRetry]
      : [why === "changed" ? t("Give it another number") : t("Open it"), onOpen];
    const button = h("button", { type: "button", class: "vt-clear", "data-keep": press, onclick: () => act(entry) }, name);
    return h("li", { role: "alert" }, h("b", {}, t("Sheet {n} is not saved.", { n: sheet })), " ", words, " ", closed ? null : button);
  }

  return {
    nodes: [done, list],
    /** @param {{ unsent: Entry[], last: Entry | null, closed: boolean }} now */
    update({ unsent, last, closed }) {
      const [sending] = unsent.filter((one) => !one.why);
      done.hidden = !sending && !last;
      undo.hidden = !last || closed;
      if (sending) write(saved, t("Saving sheet {n}…", { n: sending.sheet }));
      else if (last?.after) write(saved, t("Sheet {n} is saved.", { n: last.sheet }));
      else if (last) write(saved, t("Sheet {n} was taken away.", { n: last.sheet }));
      if (last) write(undo, last.after ? t("Undo: sheet {n}", { n: last.sheet }) : t("Bring back sheet {n}", { n: last.sheet }));
      const entries = unsent.filter((one) => one.why);
      const newest = JSON.stringify([closed, entries.map(({ press, why }) => [press, why])]);
      if (newest === drawn) return; // what is there is not said again
      drawn = newest;
      keepingFocus(list, () => list.replaceChildren(...entries.map((entry) => refused(entry, closed))));
    },
  };
}
