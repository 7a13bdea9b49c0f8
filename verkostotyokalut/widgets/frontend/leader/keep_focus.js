/** Draws a part of a page anew without taking from people what they were doing in it. */

/**
 * Draw, and give back the focus, half-written words and opened details; elements are known again
 * by their `data-keep`.
 *
 * @param {HTMLElement} root
 * @param {() => void} draw
 */
export function keepingFocus(root, draw) {
  const active = /** @type {HTMLElement | null} */ (document.activeElement);
  const kept = active && root.contains(active) ? (active.dataset.keep ?? "") : "";
  const typed = active instanceof HTMLInputElement ? active : null;
  const words = typed && { value: typed.value, start: typed.selectionStart, end: typed.selectionEnd };
  const open = [...root.querySelectorAll("details[open][data-keep]")].map((one) => name(one));
  draw();
  for (const one of root.querySelectorAll("details")) {
    if (open.includes(name(one))) one.open = true;
  }
  if (!kept) return;
  for (const one of root.querySelectorAll("[data-keep]")) {
    if (name(one) !== kept) continue;
    const again = /** @type {HTMLElement} */ (one);
    again.focus({ preventScroll: true });
    if (words && again instanceof HTMLInputElement) {
      again.value = words.value;
      again.setSelectionRange(words.start, words.end);
    }
  }
}

/** @param {Element} element */
function name(element) {
  return /** @type {HTMLElement} */ (element).dataset.keep ?? "";
}
