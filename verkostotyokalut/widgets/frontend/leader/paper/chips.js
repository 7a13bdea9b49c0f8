/** The sheets by their numbers: which one is in the form, and a press turns to another. */
import { attribute, h, write } from "../../dom.js";
import { keepingFocus } from "../keep_focus.js";

/** @typedef {import("../../types.js").Translate} Translate */

/**
 * @typedef {object} Now
 * @property {import("./kept.js").Known[]} sheets
 * @property {number[]} unsaved numbers of those that are not in the store as they are typed
 * @property {number} current
 * @property {number} total items
 * @property {number} most the greatest number
 */

/**
 * @param {Translate} t
 * @param {{ onTurn: (number: number) => void, onNumber: (number: number) => void, onNew: () => void }} pressed
 */
export function createChips(t, { onTurn, onNumber, onNew }) {
  const list = h("div", { class: "vt-paper-sheets", role: "group", "aria-label": t("Sheets") });
  const number = h("input", { class: "vt-paper-number", inputmode: "numeric", autocomplete: "off", maxlength: 3 });
  const field = h("label", { class: "vt-paper-which" }, t("Number of this sheet"), number);
  const fresh = h("button", { type: "button", class: "vt-clear", onclick: onNew }, t("No number on it"));
  let most = 0;
  let current = 0;

  function choose() {
    const typed = /^\d+$/.test(number.value.trim()) ? Number(number.value) : 0;
    if (typed >= 1 && typed <= most) onNumber(typed);
    number.value = String(current);
  }
  number.addEventListener("change", choose);
  number.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    choose();
  });

  return {
    nodes: [list, h("p", { class: "vt-paper-tools" }, field, fresh)],
    /** @param {Now} now */
    update(now) {
      ({ most, current } = now);
      if (number !== document.activeElement) number.value = String(current);
      const known = new Map(now.sheets.map((sheet) => [sheet.number, sheet.items]));
      const numbers = [...new Set([...known.keys(), ...now.unsaved, current])].filter((n) => n > 0);
      const buttons = numbers
        .sort((a, b) => a - b)
        .map((n) => chip(n, known.get(n) ?? 0, now.unsaved.includes(n), now.total));
      keepingFocus(list, () => list.replaceChildren(...buttons));
    },
  };

  /** @param {number} n @param {number} items @param {boolean} unsaved @param {number} total */
  function chip(n, items, unsaved, total) {
    const state = unsaved
      ? t("not saved")
      : items
        ? t("{n} of {total} answered", { n: items, total })
        : t("not typed in");
    const button = h("button", { type: "button", class: "vt-paper-sheet", "data-keep": `sheet-${n}`, title: state, onclick: () => onTurn(n) });
    attribute(button, "data-state", unsaved ? "draft" : items ? "kept" : "none");
    attribute(button, "aria-current", n === current ? "true" : null);
    attribute(button, "aria-label", t("Sheet {n}, {state}", { n, state }));
    write(button, String(n));
    return button;
  }
}
