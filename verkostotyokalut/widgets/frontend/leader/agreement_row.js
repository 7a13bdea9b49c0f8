/** One agreement on the leader's page: each field is changed where it stands. */
import { attribute, h, write } from "../dom.js";
import { createFields } from "./agreement_fields.js";
import { tidy } from "./agreement_words.js";

/** @typedef {import("./agreement_fields.js").Values & { id: string }} Row */

/**
 * @param {object} options
 * @param {Row} options.row
 * @param {Omit<Parameters<typeof createFields>[0], "note">} options.fields
 * @param {import("../types.js").Translate} options.t
 * @param {(message: object) => void} options.send
 * @param {() => void} options.onRemove
 */
export function agreementRow({ row, fields: options, t, send, onRemove }) {
  const { id } = row;
  const fields = createFields(options);
  const about = h("p", { class: "vt-agree-about" });
  const told = h("p", { class: "vt-agree-alert", role: "alert" });
  const again = h(
    "button",
    { type: "button", class: "vt-btn", hidden: true, onclick: bringBack },
    t("Keep it after all"),
  );
  const remove = h("button", { type: "button", class: "vt-clear", onclick: onRemove }, t("Remove"));
  const group = h(
    "div",
    { class: "vt-agree-row", role: "group" },
    h("div", { class: "vt-agree-fields" }, ...fields.nodes),
    about,
    told,
    h("div", { class: "vt-agree-tools" }, again, remove),
  );
  /** What the store has, as far as we know. */
  let kept = row;

  for (const [name, control] of fields.controls) {
    control.addEventListener("change", () => save());
    if (name === "about" || name === "due") continue;
    control.addEventListener("keydown", (event) => {
      const { key, isComposing } = /** @type {KeyboardEvent} */ (event);
      if (key !== "Enter" || isComposing) return;
      event.preventDefault(); // an agreement is one line
      save();
    });
  }

  /** Send what was changed, if it can be kept. */
  function save() {
    if (!tidy(fields.value("what"))) fields.set("what", kept.what); // emptying is no way to remove
    const trouble = fields.trouble();
    write(told, trouble?.words ?? "");
    if (trouble) return;
    for (const name of /** @type {const} */ (["what", "who"])) {
      if (fields.controls.has(name)) fields.set(name, tidy(fields.value(name)));
    }
    const names = fields.names.filter((name) => fields.value(name) !== kept[name]);
    // Only what was changed here: another leader may be changing the rest.
    if (names.length) send({ do: "change", id, words: fields.words(names) });
  }

  function changed() {
    return fields.names.some((name) => fields.value(name) !== kept[name]);
  }

  function bringBack() {
    send({ do: "restore", id });
    save();
  }

  /** @param {Row} newest @param {boolean} first */
  function update(newest, first = false) {
    for (const name of fields.names) {
      // What has been typed and isn't kept yet stays.
      if (first || fields.value(name) === kept[name]) fields.set(name, newest[name]);
    }
    kept = newest;
    const label = options.items.flatMap(({ items }) => items).find((item) => item.id === kept.about);
    write(about, label && !fields.controls.has("about") ? t("About: {item}", { item: label.label }) : "");
    attribute(group, "aria-label", kept.what);
    attribute(remove, "aria-label", t("Remove: {what}", { what: kept.what }));
    if (!again.hidden) write(told, "");
    again.hidden = true;
  }

  update(row, true);
  return {
    el: h("li", {}, group),
    update: (/** @type {Row} */ newest) => update(newest),
    /** Whether it holds words that aren't kept yet. */
    changed,
    /** Whether another leader has removed it. */
    orphaned: () => !again.hidden,
    /** Say that another leader has removed it, while it was being changed here. */
    orphan() {
      again.hidden = false;
      write(told, t("Another leader has just removed this."));
    },
    focus() {
      fields.controls.get("what")?.focus();
    },
  };
}
