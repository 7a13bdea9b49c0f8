/** What the leader's widgets have in common: they draw the view that the kernel tells, in its language. */
import { attribute, h, translator } from "../dom.js";
import { keepingFocus } from "./keep_focus.js";

/** @typedef {import("../types.js").Model} Model */
/** @typedef {import("../types.js").Translate} Translate */

const WORDS = ["change:language", "change:texts"];

/**
 * Draw with one function, at first and whenever the view or its language changes. What people are
 * doing stays theirs if it draws with `keepingFocus`, or writes into elements that it made before.
 *
 * @param {{ model: Model, el: HTMLElement }} host
 * @param {HTMLElement} root
 * @param {(view: any, t: Translate) => void} draw
 * @returns {{ redraw: () => void, stop: () => void }} `stop` takes the widget off the page
 */
export function drawn({ model, el }, root, draw) {
  el.append(root);

  function redraw() {
    const language = model.get("language");
    attribute(root, "lang", language);
    draw(model.get("view") ?? {}, translator(model.get("texts"), language));
  }

  const events = ["change:view", ...WORDS];
  events.forEach((event) => model.on(event, redraw));
  redraw();
  return {
    redraw,
    stop() {
      events.forEach((event) => model.off(event, redraw));
      root.remove();
    },
  };
}

/**
 * @template View
 * @typedef {object} Desk
 * @property {(Node | string)[]} nodes
 * @property {string} [name] what the widget's part of the page is called, for those who don't see it
 * @property {(view: View) => void} update the view is empty until the kernel has told it
 * @property {() => void} [stop]
 */

/**
 * Build elements that stay while the view changes, and anew only when the language does.
 *
 * @template {Desk<any>} D
 * @param {{ model: Model, el: HTMLElement }} host
 * @param {string} name the class of the widget's part of the page
 * @param {(t: Translate, before: D | null) => D} create takes over from what was there before
 * @returns {{ root: HTMLElement, desk: () => D, stop: () => void }} `stop` takes it off the page
 */
export function built({ model, el }, name, create) {
  const root = h("section", { class: `vt ${name}` });
  el.append(root);
  /** @type {D | null} */
  let now = null;

  function build() {
    const language = model.get("language");
    attribute(root, "lang", language);
    now?.stop?.();
    const made = create(translator(model.get("texts"), language), now);
    now = made;
    attribute(root, "aria-label", made.name);
    keepingFocus(root, () => {
      root.replaceChildren(...made.nodes);
      update();
    });
  }

  function update() {
    now?.update(model.get("view") ?? {});
  }

  WORDS.forEach((event) => model.on(event, build));
  model.on("change:view", update);
  build();
  return {
    root,
    desk: () => /** @type {D} */ (now),
    stop() {
      WORDS.forEach((event) => model.off(event, build));
      model.off("change:view", update);
      now?.stop?.();
      root.remove();
    },
  };
}
