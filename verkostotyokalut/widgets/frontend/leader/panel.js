/** What a pressed part of the map opens: words about it, lists, and something to copy. */
import { h } from "../dom.js";
import { panel, say } from "./panel_frame.js";

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
function render(host) {
  const note = h("p", { class: "vt-panel-note" });
  const text = h("p", {});
  const lists = h("div", { class: "vt-panel-lists" });
  const lead = h("p", {});
  const code = h("code", { class: "vt-panel-code", translate: "no" });
  let listed = "";

  /** @param {Opened} view */
  function draw(view) {
    say(note, view.note);
    say(text, view.text);
    say(lead, view.lead);
    say(code, view.code);
    const newest = JSON.stringify(view.lists);
    if (listed === newest) return;
    listed = newest;
    lists.replaceChildren(...view.lists.flatMap(listing));
  }

  const el = h("section", { class: "vt-panel" });
  return panel(host, { el, body: [note, text, lists, lead, code], draw });
}

/** @param {{ title: string, lines: [string, string][] }} list */
function listing({ title, lines }) {
  const items = lines.map(([name, said]) =>
    h("li", {}, name, said ? h("span", {}, ` · ${said}`) : null),
  );
  return [h("h3", {}, title), h("ul", {}, ...items)];
}

export default { render };
