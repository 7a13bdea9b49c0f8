/** The words of what is agreed: what its parts are called, and what fits into an agreement. */

/** @typedef {"action" | "rule" | "plan" | "clock"} Part */
/** @typedef {"what" | "who" | "due" | "about"} Field */

/** What is written down in each part. @type {Record<Part, Field[]>} */
export const FIELDS = {
  action: ["what", "who", "due", "about"],
  rule: ["what"],
  plan: ["what"],
  clock: ["what", "due"],
};

/**
 * @param {Part} part
 * @param {import("../types.js").Translate} t
 */
export function titleOf(part, t) {
  return {
    action: t("Actions"),
    rule: t("Ground rules"),
    plan: t("Network plan"),
    clock: t("Annual clock"),
  }[part];
}

/**
 * One line, as the store keeps it: without characters that nobody sees.
 *
 * @param {string} text
 */
export function tidy(text) {
  return text.trim().replace(/\s+/g, " ").replace(/\p{C}/gu, "");
}

/**
 * How many characters still fit; under zero when there are too many.
 *
 * @param {string} text
 * @param {number} most
 */
export function room(text, most) {
  return most - [...tidy(text)].length;
}
