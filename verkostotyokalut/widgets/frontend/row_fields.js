/** The fields of a row: radio buttons for a choice or a level, − and + beside a number. */

import { attribute, h, into, uid } from "./dom.js";

/** @typedef {import("./types.js").Text} Text */
/** @typedef {import("./types.js").Language} Language */
/** @typedef {{type: "choice", id: string, label: Text, options: {id: string, label: Text, description: Text | null}[]}} ChoiceField */
/** @typedef {{type: "level", id: string, label: Text, low: Text, high: Text}} LevelField */
/** @typedef {{type: "amount", id: string, label: Text, unit: Text, most: number, step: number}} AmountField */
/** @typedef {ChoiceField | LevelField | AmountField} Field */
/** What a field holds; null while it is untouched. @typedef {string | number | null} Held */
/** @typedef {{language: Language, t: import("./types.js").Translate, about: string, onChange: (value: Held) => void}} Surroundings */

export const POINTS = 5;

/**
 * The amount that somebody has written; null when it is none.
 *
 * @param {string} text
 * @param {number} most
 */
export function parsed(text, most) {
  const digits = text.trim();
  return /^\d{1,9}$/.test(digits) ? Math.min(most, Number(digits)) : null;
}

/**
 * The amount after a press on − or +, from step to step.
 *
 * @param {number | null} value
 * @param {1 | -1} by
 * @param {{most: number, step: number}} field
 */
export function stepped(value, by, { most, step }) {
  if (value === null) return by > 0 ? Math.min(most, step) : 0;
  const to = by > 0 ? Math.floor(value / step) + 1 : Math.ceil(value / step) - 1;
  return Math.min(most, Math.max(0, to * step));
}

/**
 * What a field says in a row's summary.
 *
 * @param {Field} field
 * @param {Held | undefined} value
 * @param {Language} language
 */
export function told(field, value, language) {
  if (value === null || value === undefined) return "";
  if (field.type === "level") return `${into(field.label, language)} ${value}`;
  if (field.type === "amount") return `${value} ${into(field.unit, language)}`;
  return into(field.options.find(({ id }) => id === value)?.label, language);
}

/**
 * Draw a field.
 *
 * @param {Field} field
 * @param {Surroundings} around
 * @returns {{el: HTMLElement, update(value: Held): void}}
 */
export function createField(field, around) {
  return field.type === "amount" ? amount(field, around) : picks(field, around);
}

/** @param {ChoiceField | LevelField} field @param {Surroundings} around */
function picks(field, { language, t, about, onChange }) {
  const [name, title] = [uid(), uid()];
  const label = into(field.label, language);
  const level = field.type === "level";
  const ends = level ? [into(field.low, language), into(field.high, language)] : [];
  const options = level
    ? Array.from({ length: POINTS }, (_, index) => {
        const end = index === 0 ? ends[0] : index === POINTS - 1 ? ends[1] : "";
        return { value: index + 1, words: String(index + 1), said: end, description: "" };
      })
    : field.options.map((option) => ({
        value: option.id,
        words: into(option.label, language),
        said: "",
        description: into(option.description, language),
      }));
  const drawn = options.map(({ value, words, said, description }) => {
    const input = h("input", {
      type: "radio",
      class: level ? "vt-rows-radio" : "vt-radio",
      name,
      "aria-label": said ? `${words}, ${said}` : words,
      onchange: () => onChange(value),
    });
    const inside = h("span", { class: "vt-option-words" }, h("span", { class: "vt-option-label" }, words));
    if (description) inside.append(h("span", { class: "vt-option-description" }, description));
    const el = h("label", { class: level ? "vt-rows-level" : "vt-option" }, input, inside);
    return { value, input, el };
  });
  const clear = h("button", { type: "button", class: "vt-clear" }, t("Clear"));
  attribute(clear, "aria-label", `${t("Clear")}: ${label}`);
  clear.addEventListener("click", () => {
    onChange(null);
    drawn[0].input.focus({ preventScroll: true });
  });
  const el = h(
    "div",
    { class: "vt-rows-field", role: "radiogroup", "aria-labelledby": `${about} ${title}` },
    h("div", { class: "vt-rows-title" }, h("span", { id: title }, label), clear),
    h(
      "div",
      { class: level ? "vt-rows-levels" : "vt-options vt-rows-options" },
      ...drawn.map((option) => option.el),
    ),
    level
      ? h("div", { class: "vt-rows-ends", "aria-hidden": "true" }, ...ends.map((end) => h("span", {}, end)))
      : null,
  );
  return {
    el,
    /** @param {Held} value */
    update(value) {
      for (const option of drawn) {
        option.input.checked = option.value === value;
        option.el.classList.toggle("vt-chosen", option.value === value);
      }
      clear.hidden = value === null;
    },
  };
}

/** @param {AmountField} field @param {Surroundings} around */
function amount(field, { language, t, about, onChange }) {
  const [title, unit] = [uid(), uid()];
  const label = into(field.label, language);
  const input = h("input", {
    class: "vt-rows-number",
    type: "text",
    inputmode: "numeric",
    autocomplete: "off",
    maxlength: 4,
    "aria-labelledby": `${about} ${title}`,
    "aria-describedby": unit,
  });
  const less = h("button", { type: "button", class: "vt-pm" }, "−");
  const more = h("button", { type: "button", class: "vt-pm" }, "+");
  attribute(less, "aria-label", `${label}: ${t("Less")}`);
  attribute(more, "aria-label", `${label}: ${t("More")}`);
  /** @type {number | null} */
  let value = null;

  /** @param {1 | -1} by */
  function press(by) {
    const next = stepped(value, by, field);
    if (next === value) return;
    write(next);
    onChange(next);
  }
  /** @param {number | null} next */
  function write(next) {
    input.value = next === null ? "" : String(next);
  }

  less.addEventListener("click", () => press(-1));
  more.addEventListener("click", () => press(1));
  input.addEventListener("input", () => onChange(parsed(input.value, field.most)));
  input.addEventListener("blur", () => write(value)); // what has been understood
  input.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    press(event.key === "ArrowUp" ? 1 : -1);
  });
  return {
    el: h(
      "div",
      { class: "vt-rows-field" },
      h("div", { class: "vt-rows-title" }, h("span", { id: title }, label)),
      h(
        "div",
        { class: "vt-rows-amount" },
        less,
        input,
        more,
        h("span", { class: "vt-rows-unit", id: unit }, into(field.unit, language)),
      ),
    ),
    /** @param {Held} now */
    update(now) {
      value = typeof now === "number" ? now : null;
      attribute(less, "aria-disabled", value === 0 ? "true" : null);
      attribute(more, "aria-disabled", value === field.most ? "true" : null);
      // What is being written wins over what arrives meanwhile.
      if (input !== document.activeElement) write(value);
    },
  };
}
