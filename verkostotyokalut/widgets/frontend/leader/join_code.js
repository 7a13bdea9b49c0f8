/** How a join code is shown to people. */

/**
 * A code in two halves, which are easier to read and to type than one long word.
 *
 * @param {string} code for example "K7M4PX"
 * @returns {string} for example "K7M 4PX"
 */
export function formatCode(code) {
  const letters = code.replace(/[\s-]+/g, "").toUpperCase();
  if (letters.length < 5) return letters;
  const half = Math.ceil(letters.length / 2);
  return `${letters.slice(0, half)} ${letters.slice(half)}`;
}

/**
 * The code that somebody typed, as the server writes it; null when it can't be one.
 *
 * @param {string} typed
 * @returns {string | null}
 */
export function cleanCode(typed) {
  const code = typed.replace(/[\s-]+/g, "").toUpperCase();
  return /^[2-9A-HJKMNP-Z]{6}$/.test(code) ? code : null;
}
