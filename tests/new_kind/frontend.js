/** The question kind "yesno": two buttons. */
import { attribute, h, into } from "../dom.js";

/** @param {import("../types.js").KindOptions} options */
export function render({ item, value, language, onChange }) {
  const buttons = [true, false].map((answer) =>
    h("button", { type: "button", class: `yesno-${answer}`, onclick: () => onChange(answer) }, String(answer)),
  );
  const el = h("section", { class: "vt-card" }, h("h3", {}, into(item.label, language)), ...buttons);
  const card = {
    el,
    /** @param {{ value: boolean | null }} now */
    update(now) {
      buttons.forEach((button, i) => attribute(button, "aria-pressed", String(now.value === (i === 0))));
    },
  };
  card.update({ value });
  return card;
}
