/** The projector's heading: the question in words, a line below it, and the key to the marks. */
import { attribute, h, write } from "../dom.js";

/** @type {Record<string, () => HTMLElement>} */
const MARKS = {
  median: () => h("span", { class: "vt-key-median" }),
  half: () => h("span", { class: "vt-key-half" }),
};

/** @param {{ model: import("../types.js").Model, el: HTMLElement }} host */
function render({ model, el: host }) {
  const title = h("h1", {});
  const subtitle = h("p", {});
  const key = h("ul", { class: "vt-key", role: "list" });
  const root = h("header", { class: "vt vt-heading" }, title, subtitle, key);
  host.append(root);

  function update() {
    attribute(root, "lang", model.get("language"));
    write(title, model.get("title"));
    write(subtitle, model.get("subtitle"));
    subtitle.hidden = !model.get("subtitle");
    key.hidden = !model.get("key").length;
    key.replaceChildren(
      ...model.get("key").map((/** @type {[string, string]} */ [mark, words]) => {
        const drawn = MARKS[mark]?.() ?? h("span", {}, mark);
        drawn.setAttribute("aria-hidden", "true");
        return h("li", {}, drawn, " ", words);
      }),
    );
  }

  const events = ["title", "subtitle", "key", "language"].map((name) => `change:${name}`);
  events.forEach((event) => model.on(event, update));
  update();
  return () => {
    events.forEach((event) => model.off(event, update));
    root.remove();
  };
}

export default { render };
