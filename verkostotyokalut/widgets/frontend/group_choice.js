/** The leader's groups on a participant's page: one of them is chosen, or none. */

import { attribute, h, uid, write } from "./dom.js";

/** @typedef {import("./types.js").Translate} Translate */
/** @typedef {{ groups: import("./types.js").Groups | null, chosen: string | null, again: boolean, t: Translate }} Now */

/**
 * Make the choice: radio buttons as cards, nothing while there are no groups. Labels are the
 * leader's own words.
 *
 * @param {{ folded: boolean, onChoose: (group: string | null) => void }} options
 *   `folded`: one line tells the group, and opens the choice
 */
export function createGroupChoice({ folded, onChoose }) {
  const name = uid();
  const question = h("legend");
  const notice = h("p", { class: "vt-group-notice", role: "status" });
  const cards = h("div", { class: "vt-options" });
  const fields = h("fieldset", { class: "vt-group-fields vt-plain" }, question, cards);
  const summary = h("summary");
  const details = h("details", {}, summary, fields);
  const el = h("div", { class: "vt-group-choice" }, notice, folded ? details : fields);
  let drawn = "";

  /** @param {string} id @param {string} label */
  function card(id, label) {
    const input = h("input", {
      type: "radio",
      class: "vt-radio",
      name,
      value: id,
      onchange: () => onChoose(id || null),
    });
    return h("label", { class: "vt-option" }, input, h("span", { class: "vt-option-words" }, label));
  }

  const inputs = () => [...cards.querySelectorAll("input")];

  return {
    el,
    /** @param {Now} now */
    update({ groups, chosen, again, t }) {
      el.hidden = !groups;
      if (!groups) return;
      const options = [...groups.groups, { id: "", label: t("I don't choose") }];
      const key = JSON.stringify(options);
      if (key !== drawn) {
        drawn = key;
        const focused = inputs().find((input) => input === document.activeElement)?.value;
        cards.replaceChildren(...options.map(({ id, label }) => card(id, label)));
        if (focused !== undefined) (inputs().find(({ value }) => value === focused) ?? inputs()[0]).focus();
      }
      for (const input of inputs()) {
        input.checked = !again && input.value === (chosen ?? "");
        input.parentElement?.classList.toggle("vt-chosen", input.checked);
      }
      const mine = groups.groups.find(({ id }) => id === chosen)?.label;
      write(question, groups.question || t("Which group are you in?"));
      write(
        summary,
        mine ? t("Your group: {group} – change", { group: mine }) : t("Your group: none – choose"),
      );
      write(notice, again ? t("Your group is no longer there. Choose again.") : "");
      if (again) attribute(details, "open", true);
    },
  };
}
