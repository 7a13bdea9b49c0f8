/** One part of what is agreed: its agreements, the room's suggestions, and the form that adds one. */
import { suggestionChips } from "./agreement_chips.js";
import { agreementForm } from "./agreement_form.js";
import { agreementRow } from "./agreement_row.js";
import { h } from "../dom.js";

/** @typedef {import("./agreement_row.js").Row} Row */
/** @typedef {import("./agreements.js").Suggestion} Suggestion */

/**
 * @param {object} options
 * @param {import("./agreement_words.js").Part} options.id
 * @param {{ most: { what: number, who: number }, items: import("./agreement_fields.js").Asked[] }} options.view
 * @param {import("../types.js").Translate} options.t
 * @param {(message: object) => void} options.send
 * @param {(words: string) => void} options.say tells a screen reader
 * @param {(id: string) => void} options.onRemove
 */
export function agreementPart({ id: part, view, t, send, say, onRemove }) {
  const options = { part, most: view.most, items: view.items, t };
  /** @type {Map<string, ReturnType<typeof agreementRow>>} */
  const rows = new Map();
  const list = h("ul", { role: "list", class: "vt-agree-rows" });
  const form = agreementForm({ fields: options, send, say });
  const chips = suggestionChips({ part, items: view.items, t, send, say, fallback: form.focus, suggest: part === "action" ? form.suggest : null });
  const heading = h("h3", {}, t("The room's suggestions"));
  const ideas = h("div", { class: "vt-agree-ideas" }, heading, chips.el);
  const leaving = new Set();

  /** @param {Row[]} newest */
  function updateRows(newest) {
    const present = new Set(newest.map(({ id }) => id));
    for (const [id, row] of rows) {
      if (present.has(id)) continue;
      if (row.changed() && !leaving.has(id)) row.orphan();
      else drop(id);
    }
    newest.forEach((one, at) => {
      const known = rows.get(one.id);
      if (known) known.update(one);
      else {
        leaving.delete(one.id);
        const made = agreementRow({ row: one, fields: options, t, send, onRemove: () => remove(one.id) });
        rows.set(one.id, made);
        // Before the first row that comes after it; the others stay where they are, and so does the focus.
        const later = newest.slice(at + 1).map(({ id }) => rows.get(id)?.el);
        list.insertBefore(made.el, later.find(Boolean) ?? null);
      }
    });
    list.hidden = rows.size === 0;
  }

  /** @param {string} id */
  function drop(id) {
    rows.get(id)?.el.remove();
    rows.delete(id);
  }

  /** @param {string} id */
  function remove(id) {
    if (rows.get(id)?.orphaned()) {
      drop(id);
      form.focus();
    } else {
      leaving.add(id);
      onRemove(id);
    }
  }

  return {
    el: h("div", { class: "vt-agree-part" }, list, form.el, ideas),
    /** @param {{ rows: Row[], suggestions: Suggestion[], kept: string, refused: boolean }} newest */
    update(newest) {
      updateRows(newest.rows);
      form.update(newest.kept, newest.refused);
      chips.update(newest.suggestions);
      ideas.hidden = newest.suggestions.length === 0;
    },
    /** @param {string} id of an agreement, which gets the focus if it is here */
    focus(id) {
      rows.get(id)?.focus();
    },
  };
}
