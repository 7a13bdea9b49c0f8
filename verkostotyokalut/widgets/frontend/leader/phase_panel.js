/** What a press on a phase of the cycle opens: its items, what to try, and what the room says. */
import { attribute, h, translator, uid, write } from "../dom.js";

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
function render({ model, el: host }) {
  const mark = h("span", { class: "vt-mark", "aria-hidden": "true" });
  const title = h("h2", { id: uid(), tabindex: "-1" });
  const close = h("button", { type: "button", class: "vt-chip", onclick: onClose });
  const description = h("p", { class: "vt-phase-lead" });
  const standing = h("p", { class: "vt-phase-standing" });
  const items = h("ul", { class: "vt-phase-items", role: "list" });
  const tryTitle = h("h3", {});
  const advice = h("ul", { class: "vt-phase-advice" });
  const root = h(
    "section",
    { "aria-labelledby": title.id, onkeydown: onKey },
    h("header", {}, mark, title, close),
    description,
    standing,
    items,
    tryTitle,
    advice,
  );
  const frame = h("div", { class: "vt", hidden: true }, root);
  host.append(frame);
  let shown = "";

  function update() {
    /** @type {Partial<Phase>} */
    const phase = model.get("phase") ?? {};
    const before = shown;
    shown = phase.id ?? "";
    frame.hidden = !shown;
    if (!shown) return;
    const t = translator(model.get("texts"), model.get("language"));
    attribute(root, "lang", model.get("language"));
    attribute(root, "class", `vt-phase vt-${phase.shape}`);
    write(title, phase.title ?? "");
    write(close, t("Close"));
    write(description, phase.description ?? "");
    write(standing, phase.standing ?? "");
    standing.hidden = !phase.standing;
    items.replaceChildren(...(phase.items ?? []).map(item));
    write(tryTitle, t("What you can try"));
    advice.replaceChildren(...(phase.advice ?? []).map((words) => h("li", {}, words)));
    // Only where the press was: the same widget may be on another page as well.
    if (shown !== before && pressed()) title.focus();
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

  function pressed() {
    return document.activeElement?.classList.contains("vt-chart-place");
  }

  function onClose() {
    const place = `.vt-chart-place[data-place="${CSS.escape(shown)}"]`;
    /** @type {HTMLElement | null | undefined} */ (host.closest(".vt-cycle")?.querySelector(place))?.focus();
    model.send({ type: "close" });
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onClose();
  }

  const events = ["phase", "language", "texts"].map((name) => `change:${name}`);
  events.forEach((event) => model.on(event, update));
  update();
  return () => {
    events.forEach((event) => model.off(event, update));
    frame.remove();
  };
}

export default { render };
