/** Copying to the clipboard, also where the browser's clipboard API is not there. */

/**
 * Copy a text. The clipboard API is missing on plain http (a workshop's own network); then the
 * words on the page are selected, and the browser's older way of copying is tried.
 *
 * @param {string} text
 * @param {HTMLElement} shown where the words are seen on the page
 * @returns {Promise<boolean>} false: nothing was copied, but the words are selected
 */
export async function copyText(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(shown);
    return copySelected(text);
  }
}

/** @param {string} text */
function copySelected(text) {
  let copied = false;
  /** @param {ClipboardEvent} event */
  const fill = (event) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = true;
  };
  document.addEventListener("copy", fill, { capture: true, once: true });
  const allowed = document.execCommand("copy");
  document.removeEventListener("copy", fill, { capture: true });
  return allowed && copied;
}
