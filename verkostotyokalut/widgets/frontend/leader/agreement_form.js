/** The form that adds an agreement; it keeps its words until the store has them. */
import { createFields } from "./agreement_fields.js";
import { attribute, h, uid, write } from "../dom.js";

/** @typedef {import("./agreement_words.js").Field} Field */

const PATIENCE = 5_000; // how long the store's answer is waited for

/**
 * @param {object} options
 * @param {Omit<Parameters<typeof createFields>[0], "note">} options.fields
 * @param {(message: object) => void} options.send
 * @param {(words: string) => void} options.say tells a screen reader
 */
export function agreementForm({ fields: options, send, say }) {
  const { part, t } = options;
  const fields = createFields({ ...options, note: t("People's names are not needed.") });
  const told = h("p", { class: "vt-agree-alert", role: "alert" });
  const button = h("button", { class: "vt-btn vt-primary" }, t("Add"));
  const el = h(
    "form",
    { class: "vt-agree-new", novalidate: true, onsubmit: submit },
    h("div", { class: "vt-agree-fields" }, ...fields.nodes),
    told,
    h("div", { class: "vt-agree-tools" }, button),
  );
  /** Sent with the words, so that sending them twice adds them once. */
  let name = uid();
  let waiting = false;
  /** @type {Map<Field, string> | null} */
  let sent = null;
  let suggested = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  fields.controls.get("what")?.addEventListener("keydown", (event) => {
    const { key, isComposing } = /** @type {KeyboardEvent} */ (event);
    if (key === "Enter" && !isComposing) submit(event);
  });

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    if (waiting) return;
    const trouble = fields.trouble();
    write(told, trouble?.words ?? "");
    if (trouble) {
      fields.controls.get(/** @type {Field} */ (trouble.name))?.focus();
      return;
    }
    waiting = true;
    sent = new Map(fields.names.map((field) => [field, fields.value(field)]));
    attribute(button, "aria-disabled", "true");
    timer = setTimeout(() => release(t("No answer yet. You can try again.")), PATIENCE);
    send({ do: "add", form: name, words: { sort: part, ...fields.words() } });
  }

  /** @param {string} words */
  function release(words) {
    clearTimeout(timer);
    waiting = false;
    attribute(button, "aria-disabled", null);
    write(told, words);
  }

  return {
    el,
    focus: () => fields.controls.get("what")?.focus(),
    /**
     * Write a suggestion into the form, but over nothing that somebody has written.
     *
     * @param {string} what
     * @param {string} about
     */
    suggest(what, about) {
      const control = /** @type {HTMLTextAreaElement} */ (fields.controls.get("what"));
      const free = [suggested, ""].includes(fields.value("what").trim());
      if (free) fields.set("what", (suggested = what));
      fields.set("about", about);
      control.focus();
      if (free) control.select();
      say(t("In the form: {what}. Write what you do about it.", { what }));
    },
    /** @param {string} kept @param {boolean} refused */
    update(kept, refused) {
      if (kept === name) {
        say(t("Added: {what}", { what: fields.words().what }));
        // What has been typed since stays.
        sent?.forEach((words, field) => fields.value(field) === words && fields.set(field, ""));
        if (el.contains(document.activeElement)) fields.controls.get("what")?.focus();
        name = uid();
        sent = null;
        release("");
      } else if (waiting && refused) release("");
    },
  };
}
