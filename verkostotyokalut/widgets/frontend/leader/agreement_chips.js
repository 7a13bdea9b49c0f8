/** What the room has said, as suggestions: one press adds each, or begins an agreement about it. */
import { attribute, h, uid } from "../dom.js";

/** @typedef {import("./agreements.js").Suggestion} Suggestion */

const PATIENCE = 5_000; // how long the store's answer is waited for

/**
 * @param {object} options
 * @param {import("./agreement_words.js").Part} options.part
 * @param {import("./agreement_fields.js").Asked[]} options.items
 * @param {import("../types.js").Translate} options.t
 * @param {(message: object) => void} options.send
 * @param {(words: string) => void} options.say tells a screen reader
 * @param {() => void} options.fallback takes the focus when no suggestion is left to have it
 * @param {((what: string, about: string) => void) | null} options.suggest writes one into the form;
 *   null: they are added as they are
 */
export function suggestionChips({ part, items, t, send, say, fallback, suggest }) {
  const el = h("ul", { role: "list", class: "vt-agree-chips" });
  /** @type {{ one: Suggestion, chip: HTMLButtonElement }[]} */
  let chips = [];
  let shown = "";

  /** @param {Suggestion} one */
  function make(one) {
    const item = items.flatMap((asked) => asked.items).find(({ id }) => id === one.about);
    const about = item && item.label !== one.what ? item.label : "";
    const more = [one.who, one.month, about].filter(Boolean).join(" · ");
    const chip = h(
      "button",
      { type: "button", class: "vt-chip", onclick: () => (suggest ? suggest(one.what, one.about) : add(one, chip)) },
      h("span", { "aria-hidden": "true" }, suggest ? "✎" : "+"),
      h("span", {}, h("span", { class: "vt-unseen" }, `${suggest ? t("Write an action about") : t("Add")}: `), one.what),
      more ? h("span", { class: "vt-agree-more" }, more) : null,
    );
    return { one, chip };
  }

  /** @param {Suggestion} one @param {HTMLButtonElement} chip */
  function add(one, chip) {
    if (chip.getAttribute("aria-disabled")) return;
    attribute(chip, "aria-disabled", "true"); // it goes when the store has it
    setTimeout(() => attribute(chip, "aria-disabled", null), PATIENCE);
    const [instrument, item] = one.about.split("/");
    const words = { sort: part, what: one.what, who: one.who, due: one.due, instrument: instrument || null, item: item || null };
    send({ do: "add", form: uid(), words });
    say(t("Added: {what}", { what: one.what }));
  }

  return {
    el,
    /** @param {Suggestion[]} newest */
    update(newest) {
      const text = JSON.stringify(newest);
      if (text === shown) return;
      shown = text;
      const at = chips.findIndex(({ chip }) => chip === document.activeElement);
      const before = chips[at]?.one;
      chips = newest.map(make);
      el.replaceChildren(...chips.map(({ chip }) => h("li", {}, chip)));
      if (at < 0) return;
      const same = chips.find(({ one }) => one.what === before?.what && one.about === before.about);
      const next = same ?? chips[Math.min(at, chips.length - 1)];
      if (next) next.chip.focus();
      else fallback();
    },
  };
}
