/** The lobby's workshops to start or to rehearse, and the choices for a new session. */
import { h, write } from "../dom.js";
import { earlierField } from "./lobby_earlier.js";

/** @typedef {import("../types.js").Language} Language */
/** @typedef {import("../types.js").Translate} Translate */
/** @typedef {{ id: string, title: string, aim: string, minutes: number, steps: number, own: boolean }} Plan */
/**
 * @typedef {object} Tools
 * @property {Translate} t
 * @property {Language} language
 * @property {(words: Record<string, unknown>, buffers?: ArrayBuffer[]) => void} send
 */

/** @type {[Language, string][]} */
const ROOMS = [
  ["fi", "suomi"],
  ["sv", "svenska"],
  ["en", "English"],
];
const MINIMUM = { least: 3, most: 10, usual: 5 };
const PEOPLE = [10, 20, 30, 50, 100];
const USUAL = 30;

/**
 * @param {{ workshops: Plan[], instruments: { id: string, title: string, guess: string | null }[], mistakes: string[],
 *   earlier: import("./lobby_earlier.js").Earlier | null }} view
 * @param {Tools} tools
 */
export function startForm(view, { t, language, send }) {
  const room = select(ROOMS, language);
  const limits = Array.from({ length: MINIMUM.most - MINIMUM.least + 1 }, (_, index) => MINIMUM.least + index);
  const minimum = select(limits.map((n) => [String(n), String(n)]), String(MINIMUM.usual));
  const people = select(PEOPLE.map((n) => [String(n), String(n)]), String(USUAL));

  /** @param {string} workshop @param {boolean} rehearsal */
  function start(workshop, rehearsal) {
    send({
      do: "start",
      workshop,
      language: room.value,
      minimum: Number(minimum.value),
      participants: rehearsal ? Number(people.value) : null,
    });
  }

  /** @param {string} title @param {() => string} id */
  function buttons(title, id) {
    /** @param {string} words @param {boolean} rehearsal */
    const button = (words, rehearsal) =>
      h(
        "button",
        {
          type: "button",
          class: rehearsal ? "vt-btn" : "vt-btn vt-primary",
          "aria-label": `${words}: ${title}`,
          onclick: () => start(id(), rehearsal),
        },
        words,
      );
    return h("div", { class: "vt-lobby-tools" }, button(t("Start"), false), button(t("Rehearse"), true));
  }

  /** @param {Plan} plan */
  function card(plan) {
    return h(
      "li",
      { class: "vt-lobby-card" },
      h(
        "h3",
        {},
        plan.title,
        " ",
        plan.own ? h("span", { class: "vt-lobby-tag" }, t("Your own")) : null,
        plan.id === view.earlier?.workshop ? h("span", { class: "vt-lobby-tag" }, t("The same as then")) : null,
      ),
      h("p", {}, plan.aim),
      h(
        "p",
        { class: "vt-lobby-facts" },
        t("{n} min", { n: plan.minutes }),
        " · ",
        t("Steps: {n}", { n: plan.steps }),
      ),
      buttons(plan.title, () => plan.id),
    );
  }

  const one = select(view.instruments.map(({ id, title }) => [id, title]), "");
  const guess = h("input", { type: "checkbox" });
  const guessed = () => view.instruments.find(({ id }) => id === one.value)?.guess ?? null;
  const canGuess = () => (guess.disabled = guessed() === null);
  one.addEventListener("change", canGuess);
  canGuess();
  return h(
    "section",
    { class: "vt-lobby-part" },
    h("h2", {}, t("Start a workshop")),
    h(
      "fieldset",
      { class: "vt-lobby-choices" },
      h("legend", {}, t("For a new session")),
      field(t("Language of the room"), room, t("Everyone can choose another on their own phone.")),
      field(
        t("Smallest group shown"),
        minimum,
        t("Results of fewer people are shown to nobody, so that no one's answer can be guessed."),
      ),
      field(
        t("Participants in a rehearsal"),
        people,
        t("Made-up participants join and answer like people, so that you can try every step alone."),
      ),
      earlierField(view.earlier, { t, language, send }),
    ),
    mistakes(view.mistakes, t),
    view.workshops.length
      ? h("ul", { role: "list", class: "vt-lobby-cards" }, ...view.workshops.map(card))
      : h("p", { class: "vt-lobby-message", role: "status" }, t("There are no workshops. Install verkostotyokalut again.")),
    view.instruments.length
      ? h(
          "div",
          { class: "vt-lobby-card vt-lobby-one" },
          h("h3", {}, t("One survey only")),
          field(t("Survey"), one, t("Joining, the survey and its results: half an hour.")),
          h(
            "label",
            { class: "vt-lobby-check" },
            guess,
            " ",
            t("First each answers, then all guess the room's answers before they are shown (scales only)"),
          ),
          buttons(t("One survey only"), () => (guess.checked && guessed()) || one.value),
        )
      : null,
  );
}

/** @param {string[]} lines @param {Translate} t */
function mistakes(lines, t) {
  if (!lines.length) return null;
  return h(
    "div",
    { class: "vt-lobby-message vt-lobby-alert", role: "alert" },
    h("p", {}, t("These have mistakes and are left out. Mend them, check with verkostotyokalut check, and reload the page:")),
    h("ul", {}, ...lines.map((line) => h("li", {}, line))),
  );
}

/** @param {readonly (readonly [string, string])[]} options @param {string} chosen */
function select(options, chosen) {
  const made = h("select", {});
  for (const [value, words] of options) made.append(h("option", { value, selected: value === chosen }, words));
  return made;
}

/** @param {string} name @param {HTMLSelectElement} input @param {string} why */
function field(name, input, why) {
  const words = h("small", {});
  write(words, why);
  return h("label", { class: "vt-lobby-field" }, h("span", {}, name), input, words);
}
