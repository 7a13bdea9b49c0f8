/** What a press on a phase of the cycle opens: its items, what to try, and what the room says. */
import { attribute, h, write } from "../dom.js";
import { panel, say } from "./panel_frame.js";

/**
 * @typedef {object} Phase
 * @property {string} id
 * @property {import("../types.js").Shape} shape
 * @property {string} title
 * @property {string} description
 * @property {string} standing the room's own numbers in words, or nothing
 * @property {{label: string, statement: string, words: string}[]} items
 * @property {string[]} advice
 */

/** @param {{ model: import("../types.js").Model, el: HTMLElement }} host */
function render(host) {
  const mark = h("span", { class: "vt-mark", "aria-hidden": "true" });
  const description = h("p", { class: "vt-phase-lead" });
  const standing = h("p", { class: "vt-phase-standing" });
  const items = h("ul", { class: "vt-phase-items", role: "list" });
  const tryTitle = h("h3", {});
  const advice = h("ul", { class: "vt-phase-advice" });
  const el = h("section", {});

  /** @param {Phase} phase @param {import("../types.js").Translate} t */
  function draw(phase, t) {
    attribute(el, "class", `vt-phase vt-${phase.shape}`);
    write(description, phase.description);
    say(standing, phase.standing);
    items.replaceChildren(...phase.items.map(item));
    write(tryTitle, t("What you can try"));
    advice.replaceChildren(...phase.advice.map((words) => h("li", {}, words)));
  }

  return panel(host, { el, mark, body: [description, standing, items, tryTitle, advice], draw });
}

/** @param {Phase["items"][number]} item */
function item({ label, statement, words }) {
  return h(
    "li",
    {},
    h("strong", {}, label),
    h("p", {}, statement),
    words ? h("p", { class: "vt-phase-words" }, words) : null,
  );
}

export default { render };
