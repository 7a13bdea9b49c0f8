/** What a pressed part of a picture opens: words about it, and a button that closes it. */
import { attribute, h, translator, uid, write } from "../dom.js";

const PRESSED = ".vt-chart-place";

/**
 * @typedef {object} Opened
 * @property {string} id tells one part from another
 * @property {string} title
 * @property {string} note
 * @property {string} text
 * @property {{ title: string, lines: [string, string][] }[]} lists
 * @property {string} lead what the code is for
 * @property {string} code
 */

/** @param {{ model: import("../types.js").Model, el: HTMLElement }} host */
function render({ model, el: host }) {
  const title = h("h2", { id: uid(), tabindex: "-1" });
  const close = h("button", { type: "button", class: "vt-chip", onclick: onClose });
  const note = h("p", { class: "vt-panel-note" });
  const text = h("p", {});
  const lists = h("div", { class: "vt-panel-lists" });
  const lead = h("p", {});
  const code = h("code", { class: "vt-panel-code", translate: "no" });
  const heading = h("header", {}, title, close);
  const root = h(
    "section",
    { class: "vt vt-panel", "aria-labelledby": title.id, onkeydown: onKey },
    heading,
    note,
    text,
    lists,
    lead,
    code,
  );
  host.append(root);

  let shown = "";
  let listed = "";
  /** What was pressed to open the panel; on another page, nothing. @type {HTMLElement | null} */
  let opener = null;

  function update() {
    const { id = "", ...view } = /** @type {Partial<Opened>} */ (model.get("view") ?? {});
    // Before hiding, which would drop the keyboard.
    if (!id && root.contains(document.activeElement)) opener?.focus();
    root.hidden = !id;
    say(title, view.title);
    say(note, view.note);
    say(text, view.text);
    say(lead, view.lead);
    say(code, view.code);
    const newest = JSON.stringify(view.lists ?? []);
    if (listed !== newest) {
      listed = newest;
      lists.replaceChildren(...(view.lists ?? []).flatMap(listing));
    }
    return id;
  }

  function onView() {
    const at = document.activeElement;
    const id = update();
    if (id && id !== shown && at instanceof HTMLElement && at.matches(PRESSED)) {
      opener = at;
      title.focus();
    }
    shown = id;
  }

  function onClose() {
    model.send({ type: "close" });
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onClose();
  }

  function onTexts() {
    attribute(root, "lang", model.get("language"));
    write(close, translator(model.get("texts"), model.get("language"))("Close"));
  }

  const texts = ["change:texts", "change:language"];
  texts.forEach((event) => model.on(event, onTexts));
  model.on("change:view", onView);
  onTexts();
  shown = update();

  return () => {
    texts.forEach((event) => model.off(event, onTexts));
    model.off("change:view", onView);
    root.remove();
  };
}

/** @param {HTMLElement} el @param {string | undefined} words */
function say(el, words = "") {
  write(el, words);
  el.hidden = !words;
}

/** @param {{ title: string, lines: [string, string][] }} list */
function listing({ title, lines }) {
  const items = lines.map(([name, said]) =>
    h("li", {}, name, said ? h("span", {}, ` · ${said}`) : null),
  );
  return [h("h3", {}, title), h("ul", {}, ...items)];
}

export default { render };
