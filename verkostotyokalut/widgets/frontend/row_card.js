/** A row that one adds oneself: its summary, which opens to be edited. */

import { attribute, h, into, uid, write } from "./dom.js";
import { createField, told } from "./row_fields.js";

/** @typedef {import("./types.js").Text} Text */
/** @typedef {import("./row_fields.js").Field} Field */
/** @typedef {import("./row_fields.js").Held} Held */
/** @typedef {{more: string, than: string, label: Text, advice: Text}} Flag */
/** @typedef {{most: number, name_characters: number, naming: Text, adding: Text, called: Text, fields: Field[], sum: string | null, colour: string | null, flag: Flag | null}} Question */
/** One row on the page; ``name`` is as it is written. @typedef {{id: string, name: string, values: Record<string, Held>}} Row */

/**
 * Whether a row needs a second thought.
 *
 * @param {Row} row
 * @param {Flag | null} flag
 */
export function flagged({ values }, flag) {
  if (!flag) return false;
  const [more, than] = [values[flag.more], values[flag.than]];
  return typeof more === "number" && typeof than === "number" && more > than;
}

/**
 * A row in one line.
 *
 * @param {Row} row
 * @param {Field[]} fields
 * @param {import("./types.js").Language} language
 */
export function summary({ values }, fields, language) {
  const parts = fields.map((field) => told(field, values[field.id], language));
  return parts.filter((part) => part).join(" · ");
}

/**
 * Draw a row.
 *
 * @param {object} options
 * @param {Question} options.question
 * @param {import("./types.js").Language} options.language
 * @param {import("./types.js").Translate} options.t
 * @param {() => void} options.onToggle open it, or close it
 * @param {(change: {name: string} | {field: string, value: Held}) => void} options.onChange
 * @param {() => void} options.onRemove
 */
export function createRow({ question, language, t, onToggle, onChange, onRemove }) {
  const [name, editor, label] = [uid(), uid(), uid()];
  const title = h("span", { class: "vt-rows-name", id: name });
  const line = h("span", { class: "vt-rows-line" });
  const flag = h(
    "span",
    { class: "vt-rows-flag" },
    h("span", { class: "vt-rows-sign", "aria-hidden": "true" }, "!"),
    into(question.flag?.label, language),
  );
  const head = h(
    "button",
    { type: "button", class: "vt-rows-head", "aria-controls": editor, onclick: onToggle },
    h("span", { class: "vt-rows-words" }, title, line, flag),
    h("span", { class: "vt-rows-arrow", "aria-hidden": "true" }),
  );
  const input = h("input", {
    class: "vt-rows-text",
    type: "text",
    id: label,
    autocomplete: "off",
    maxlength: question.name_characters,
    oninput: () => onChange({ name: input.value }),
  });
  const fields = question.fields.map((field) => ({
    id: field.id,
    ...createField(field, {
      language,
      t,
      about: name,
      onChange: (value) => onChange({ field: field.id, value }),
    }),
  }));
  const advice = h("p", { class: "vt-rows-advice" }, into(question.flag?.advice, language));
  const body = h(
    "div",
    { class: "vt-rows-editor", id: editor },
    h("label", { class: "vt-rows-title", for: label }, into(question.naming, language)),
    input,
    ...fields.map((field) => field.el),
    advice,
    h(
      "div",
      { class: "vt-rows-foot" },
      h("button", { type: "button", class: "vt-clear vt-rows-remove", onclick: onRemove }, t("Remove")),
      h("button", { type: "button", class: "vt-btn", onclick: onToggle }, t("Close")),
    ),
  );
  const el = h("li", { class: "vt-rows-row" }, head, body);

  return {
    el,
    write: () => input.focus(),
    focus: () => head.focus(),
    /** Whether somebody is at it. */
    get held() {
      return body.contains(document.activeElement);
    },
    /** @param {{row: Row, open: boolean, locked: boolean}} now */
    update({ row, open, locked }) {
      const named = row.name.trim();
      write(title, named || t("No name yet"));
      const parts = summary(row, question.fields, language);
      write(line, named ? parts : [t("Saved once it has a name"), parts].filter(Boolean).join(" · "));
      flag.hidden = advice.hidden = !flagged(row, question.flag);
      attribute(head, "aria-expanded", open ? "true" : "false");
      attribute(head, "aria-disabled", locked ? "true" : null);
      body.hidden = !open;
      el.classList.toggle("vt-rows-open", open);
      // What is being written wins over what arrives meanwhile.
      if (input !== document.activeElement && input.value !== row.name) input.value = row.name;
      for (const field of fields) field.update(row.values[field.id] ?? null);
    },
  };
}
