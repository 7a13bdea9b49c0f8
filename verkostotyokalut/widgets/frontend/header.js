/** The top of a participant's page: where one is, whether answers are safe, and the language. */

import { attribute, h, write } from "./dom.js";

/** @typedef {import("./types.js").Language} Language */
/** @typedef {import("./types.js").Status} Status */
/** @typedef {import("./types.js").Translate} Translate */

/** @type {[Language, string][]} */
const LANGUAGES = [
  ["fi", "suomi"],
  ["sv", "svenska"],
  ["en", "English"],
];
/** The status is read out only after it has stayed the same for this long (ms). */
const SETTLED = 1_200;

/** @param {Status} status @param {Translate} t */
function statusWords(status, t) {
  switch (status) {
    case "connecting":
      return t("Connecting…");
    case "saving":
      return t("Saving…");
    case "saved":
      return t("Saved");
    case "offline":
      return t("No connection – your answer is safe on this phone");
    case "unsaved":
      return t("Not saved yet – trying again");
    case "rejected":
      return t("The answer came too late to count");
  }
  return "";
}

/**
 * Make the header; `update` writes it, `stop` ends its timer.
 *
 * @param {(language: Language) => void} onLanguage
 */
export function createHeader(onLanguage) {
  const caption = h("p", { class: "vt-caption" });
  const status = h("p", { class: "vt-status" });
  const spoken = h("p", { class: "vt-unseen", role: "status" });
  const buttons = LANGUAGES.map(([code, name]) => {
    const label = code.toUpperCase();
    const options = {
      type: "button",
      lang: code,
      "aria-label": `${label}, ${name}`,
      onclick: () => onLanguage(code),
    };
    return h("button", options, label);
  });
  const languages = h("div", { class: "vt-languages", role: "group" }, ...buttons);
  const words = h("div", { class: "vt-words" }, caption, status, spoken);
  const el = h("div", { class: "vt-header" }, h("div", { class: "vt-top" }, words, languages));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  return {
    el,
    /** @param {{caption: string, status: Status, language: Language, t: Translate}} now */
    update({ caption: place, status: code, language, t }) {
      const said = statusWords(code, t);
      if (said !== status.textContent) {
        clearTimeout(timer);
        timer = setTimeout(() => write(spoken, said), SETTLED);
      }
      write(caption, place);
      write(status, said);
      attribute(status, "data-status", code);
      attribute(languages, "aria-label", t("Language"));
      buttons.forEach((button) =>
        attribute(button, "aria-pressed", button.lang === language ? "true" : "false"),
      );
    },
    stop: () => clearTimeout(timer),
  };
}
