/** Elements, translations and numbers: the few helpers every front-end module uses. */

/** @typedef {import("./types.js").Language} Language */
/** @typedef {import("./types.js").Text} Text */
/** @typedef {import("./types.js").Translate} Translate */

/**
 * Make an element. Text goes in as text nodes, never as HTML.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, any>} [attributes] `onclick: f` adds a listener; null and false leave out
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, attributes = {}, ...children) {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) el.addEventListener(name.slice(2), value);
    else attribute(el, name, value);
  }
  el.append(...children.filter((child) => child !== null));
  return el;
}

/**
 * Set or remove one attribute, touching the page only when it changes.
 *
 * @param {Element} el
 * @param {string} name
 * @param {string | number | boolean | null | undefined} value
 */
export function attribute(el, name, value) {
  const words = value === true ? "" : String(value);
  if (value === null || value === undefined || value === false) el.removeAttribute(name);
  else if (el.getAttribute(name) !== words) el.setAttribute(name, words);
}

/**
 * Write text into an element, touching the page only when it changes.
 *
 * @param {Element} el
 * @param {string} text
 */
export function write(el, text) {
  if (el.textContent !== text) el.textContent = text;
}

/**
 * Set a variable of an element's style, touching the page only when it changes.
 *
 * @param {HTMLElement} el
 * @param {string} name
 * @param {number} value
 */
export function variable(el, name, value) {
  if (el.style.getPropertyValue(name) !== String(value)) el.style.setProperty(name, String(value));
  return el;
}

/**
 * Fill "{name}" in a template; names without a value stay as they are.
 *
 * @param {string} template
 * @param {Record<string, string | number>} [values]
 */
export function format(template, values = {}) {
  return template.replace(/\{(\w+)\}/g, (all, name) =>
    name in values ? String(values[name]) : all,
  );
}

/**
 * A function that gives the translation of an English msgid, or the msgid itself.
 *
 * @param {import("./types.js").Catalogues | null | undefined} texts
 * @param {Language} language
 * @returns {Translate}
 */
export function translator(texts, language) {
  const catalogue = texts?.[language] ?? {};
  return (msgid, values) => format(catalogue[msgid] || msgid, values);
}

/**
 * The text in a language; Finnish when that one is empty.
 *
 * @param {Text | null | undefined} text
 * @param {Language} language
 */
export function into(text, language) {
  return text?.[language] || text?.fi || "";
}

/** Kept, for making one takes longer than all the writing. @type {Record<string, Intl.NumberFormat>} */
const formats = {};

/**
 * A number as people of the language write it, with one decimal at most.
 *
 * @param {number} value
 * @param {Language} language
 */
export function number(value, language) {
  formats[language] ??= new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return formats[language].format(value);
}

/**
 * Whether two answers, as JSON data, are the same.
 *
 * @param {unknown} one
 * @param {unknown} other
 */
export function same(one, other) {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/** An id that no other widget on the page has. */
export function uid() {
  return `vt-${Math.random().toString(36).slice(2, 10)}`;
}
