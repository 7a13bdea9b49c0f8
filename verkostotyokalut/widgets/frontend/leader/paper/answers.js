/** Answers on paper: sheets to print, and the form in which the leader types them in. */
import { h, uid, write } from "../../dom.js";
import { shelf } from "../../outbox.js";
import { built } from "../frame.js";
import { openFile } from "../open_file.js";
import { storage } from "./kept.js";
import { createTyping } from "./typing.js";

/** @typedef {import("../../types.js").Translate} Translate */
/** @typedef {import("../../types.js").Model & import("../save_file.js").Sender} Model */
/** @typedef {{ id: string, title: string }[]} Printable */

/** @type {[string, string][]} */
const LANGUAGES = [
  ["fi", "suomi"],
  ["sv", "svenska"],
  ["en", "English"],
];

/** @param {{ model: Model, el: HTMLElement }} host */
function render(host) {
  const { model } = host;
  const page = openFile(model, "print");
  // The leader's page puts its parts in another order as the workshop goes on, and draws them anew.
  const fold = shelf(storage(), "verkosto:paper", { open: false });

  /** @param {Translate} t */
  function create(t) {
    const printing = printPart(t, model.get("language"), (message) => page.ask(message));
    const typing = createTyping(t, model);
    const message = h("p", { class: "vt-paper-problem", role: "alert" });
    const heading = h("h2", {}, t("Paper answers"));
    const count = h("span", { class: "vt-paper-count" });
    const summary = h("summary", { "data-keep": "paper" }, heading, count);
    const details = h("details", { "data-keep": "paper", open: fold.read().open, ontoggle: () => fold.write({ open: details.open }) }, summary, h("div", { class: "vt-paper-part" }, message, ...printing.nodes, ...typing.nodes));
    return {
      nodes: [details],
      name: t("Paper answers"),
      /** @param {any} view */
      update(view) {
        write(message, view.message ?? "");
        printing.update(view.printable ?? []);
        typing.update(view);
        const sheets = /** @type {import("./kept.js").Known[]} */ (view.sheets ?? []);
        const some = sheets.filter(({ items }) => items > 0).length;
        write(count, some ? t("Typed in: {n}", { n: some }) : "");
      },
      stop: typing.stop,
    };
  }

  const frame = built(host, "vt-paper", create);
  return () => {
    page.stop();
    frame.stop();
  };
}

/**
 * The sheets to print, in a language for those who answer on them.
 *
 * @param {Translate} t
 * @param {string} language
 * @param {(message: object) => boolean} ask false when the browser opens no window
 */
function printPart(t, language, ask) {
  const what = h("select", { "aria-label": t("Survey") });
  const inLanguage = h("select", { "aria-label": t("Language of the sheet") });
  for (const [id, name] of LANGUAGES) inLanguage.append(h("option", { value: id, selected: id === language }, name));
  const blocked = h("p", { class: "vt-paper-problem", role: "alert" });
  const about = h("p", { class: "vt-paper-lead", id: uid() }, t("For those without a phone. Print a sheet for each, and give everybody a number of their own, no names."));
  const button = h("button", { type: "button", class: "vt-btn", "aria-describedby": about.id, onclick: print }, t("Open to print"));
  let drawn = "";

  function print() {
    const opened = ask({ do: "print", instrument: what.value, language: inLanguage.value });
    write(blocked, opened ? "" : t("The browser opened no window. Allow this page to open one."));
  }

  const tools = h("p", { class: "vt-paper-tools" }, what, inLanguage, button);
  return {
    nodes: [about, tools, blocked],
    /** @param {Printable} printable */
    update(printable) {
      tools.hidden = about.hidden = !printable.length;
      const newest = JSON.stringify(printable);
      if (newest === drawn) return;
      drawn = newest;
      what.replaceChildren(...printable.map(({ id, title }) => h("option", { value: id }, title)));
    },
  };
}

export default { render };
