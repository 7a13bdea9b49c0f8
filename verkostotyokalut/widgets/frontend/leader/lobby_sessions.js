/** The lobby's sessions: those that go on, and those that have ended. */
import { h } from "../dom.js";

/** @typedef {import("../types.js").Language} Language */
/** @typedef {import("../types.js").Translate} Translate */
/**
 * @typedef {object} Row
 * @property {string} code
 * @property {string} spaced the code as it is read aloud
 * @property {string} title
 * @property {boolean} usable whether its workshop's content is here
 * @property {boolean} open
 * @property {boolean} report whether anything has been shown, so that there is a report
 * @property {boolean} rehearsal
 * @property {number} rehearsing how many made-up participants there are now
 * @property {string} moved when a leader last moved it
 * @property {string} until when it is deleted
 * @property {number} months how long that is from now
 * @property {string} where
 * @property {string} people
 * @property {number} joined
 * @property {string[]} deleting what is deleted with it
 */
/**
 * @typedef {object} Tools
 * @property {Translate} t
 * @property {Language} language
 * @property {(words: Record<string, unknown>) => void} send
 * @property {(row: Row) => Promise<boolean>} ask asks twice whether to delete
 * @property {(code: string) => void} saveReport
 */

const MONTHS = 36;
const PEOPLE = 30;

/** @param {Row[]} rows @param {Tools} tools @returns {HTMLElement[]} */
export function sessionLists(rows, tools) {
  const { t } = tools;
  const going = rows.filter((row) => row.open);
  const ended = rows.filter((row) => !row.open);
  const lists = [];
  if (going.length) {
    lists.push(
      h(
        "section",
        { class: "vt-lobby-part" },
        h("h2", {}, t("Continue")),
        h("ul", { role: "list", class: "vt-lobby-cards" }, ...going.map((row) => card(row, tools))),
      ),
    );
  }
  if (ended.length) {
    lists.push(
      h(
        "details",
        { class: "vt-lobby-part", "data-keep": "ended" },
        h("summary", {}, h("h2", {}, t("Ended: {n}", { n: ended.length }))),
        h("ul", { role: "list", class: "vt-lobby-cards" }, ...ended.map((row) => card(row, tools))),
      ),
    );
  }
  return lists;
}

/** @param {Row} row @param {Tools} tools */
function card(row, tools) {
  const { t, language } = tools;
  const moved = when(row.moved, language, { dateStyle: "medium", timeStyle: "short" });
  return h(
    "li",
    { class: "vt-lobby-card", "data-code": row.code },
    h(
      "h3",
      {},
      row.title,
      " ",
      row.rehearsal ? h("span", { class: "vt-lobby-tag" }, t("Rehearsal")) : null,
    ),
    h(
      "p",
      { class: "vt-lobby-facts" },
      h("b", { class: "vt-lobby-code", translate: "no" }, row.spaced),
      ` · ${row.where} · ${row.people} · `,
      t("last moved {time}", { time: moved }),
    ),
    row.rehearsal && row.open && row.usable ? rehearsal(row, tools) : null,
    h("div", { class: "vt-lobby-tools" }, ...buttons(row, tools), remover(row, tools)),
    keeping(row, tools),
  );
}

/** @param {Row} row @param {Tools} tools */
function buttons(row, { t, send, saveReport }) {
  /** @param {string} what @param {string} words @param {string} look @param {() => void} [press] */
  const button = (what, words, look, press = () => send({ do: what, code: row.code })) =>
    h(
      "button",
      {
        type: "button",
        class: look,
        "aria-label": `${words}: ${row.title}, ${row.spaced}`,
        "data-keep": `${row.code}/${what}`,
        onclick: press,
      },
      words,
    );
  if (!row.usable) return [];
  if (row.open) return [button("open", t("Continue"), "vt-btn vt-primary")];
  return [
    button("open", t("Look at it"), "vt-btn"),
    ...(row.report ? [button("report", t("Download the report"), "vt-btn", () => saveReport(row.code))] : []),
    button("reopen", t("Open again"), "vt-btn"),
  ];
}

/** @param {Row} row @param {Tools} tools */
function rehearsal(row, { t, send }) {
  const on = row.rehearsing > 0;
  const words = on
    ? t("The rehearsal is on. Made-up participants: {n}", { n: row.rehearsing })
    : t("The rehearsal is stopped.");
  return h(
    "p",
    { class: "vt-lobby-rehearsal" },
    words,
    " ",
    h(
      "button",
      {
        type: "button",
        class: "vt-chip",
        "data-keep": `${row.code}/rehearse`,
        onclick: () =>
          send({ do: "rehearse", code: row.code, participants: on ? null : Math.min(row.joined || PEOPLE, 100) }),
      },
      on ? t("Stop") : t("Go on"),
    ),
  );
}

/** @param {Row} row @param {Tools} tools */
function keeping(row, { t, language, send }) {
  const select = h(
    "select",
    {
      "data-keep": `${row.code}/keep`,
      onchange: () => send({ do: "keep", code: row.code, months: Number(select.value) }),
    },
    ...Array.from({ length: MONTHS }, (_, index) =>
      h("option", { value: index + 1, selected: index + 1 === row.months }, t("{n} mo", { n: index + 1 })),
    ),
  );
  const until = when(row.until, language, { dateStyle: "medium" });
  return h(
    "label",
    { class: "vt-lobby-keep" },
    h("span", {}, t("Kept for:")),
    select,
    h("span", {}, t("until {date}", { date: until })),
  );
}

/** @param {Row} row @param {Tools} tools */
function remover(row, { t, send, ask }) {
  const words = t("Delete…");
  return h(
    "button",
    {
      type: "button",
      class: "vt-lobby-delete",
      "aria-label": `${words} ${row.title}, ${row.spaced}`,
      "data-keep": `${row.code}/delete`,
      onclick: async () => {
        if (await ask(row)) send({ do: "delete", code: row.code });
      },
    },
    words,
  );
}

/** @param {string} moment @param {Language} language @param {Intl.DateTimeFormatOptions} form */
function when(moment, language, form) {
  // As written in Finland: 21.11.2026, also in Swedish; in English with the month's name.
  const place = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" }[language];
  return new Intl.DateTimeFormat(place, form).format(new Date(moment));
}
