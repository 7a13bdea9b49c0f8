/** What a pressed part of a picture opens: a title, a button that closes it, and what it has to say. */
import { h, uid, write } from "../dom.js";
import { drawn } from "./frame.js";

const PRESSED = ".vt-chart-place";

/**
 * A panel is open while its view has an `id`, which tells one part from another. The keyboard goes
 * to it when it opens and back to what was pressed when it closes.
 *
 * @param {{ model: import("../types.js").Model, el: HTMLElement }} host
 * @param {object} part
 * @param {HTMLElement} part.el holds the panel
 * @param {HTMLElement | null} [part.mark] before the title
 * @param {HTMLElement[]} part.body
 * @param {(view: any, t: import("../types.js").Translate) => void} part.draw while it is open
 * @returns {() => void} takes the panel off the page
 */
export function panel(host, { el, mark = null, body, draw }) {
  const title = h("h2", { id: uid(), tabindex: "-1" });
  const close = h("button", { type: "button", class: "vt-chip", onclick: onClose });
  el.setAttribute("aria-labelledby", title.id);
  el.addEventListener("keydown", onKey);
  el.append(h("header", {}, mark, title, close), ...body);
  const root = h("div", { class: "vt" }, el);
  /** @type {string | null} */
  let shown = null;
  /** What was pressed to open the panel; on another page, nothing. @type {HTMLElement | null} */
  let opener = null;

  /** @param {{ id?: string, title?: string }} view @param {import("../types.js").Translate} t */
  function update(view, t) {
    const { id = "" } = view;
    const at = document.activeElement;
    // Before hiding, which would drop the keyboard.
    if (!id && root.contains(at)) opener?.focus();
    root.hidden = !id;
    write(close, t("Close"));
    write(title, view.title ?? "");
    if (id) draw(view, t);
    // Only where the press was: the same widget may be on another page as well.
    if (id && shown !== null && id !== shown && at instanceof HTMLElement && at.matches(PRESSED)) {
      opener = at;
      title.focus();
    }
    shown = id;
  }

  function onClose() {
    host.model.send({ type: "close" });
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onClose();
  }

  return drawn(host, root, update).stop;
}

/** Write words, or hide where they would be. @param {HTMLElement} el @param {string} [words] */
export function say(el, words = "") {
  write(el, words);
  el.hidden = !words;
}
