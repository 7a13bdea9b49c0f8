/** Where a note is written: its text, its month if it has one, and what is left of its length. */

import { attribute, h, uid, write } from "./dom.js";
import { clean, room } from "./notes.js";

/**
 * @param {object} options
 * @param {import("./notes.js").Limits} options.question
 * @param {string} options.name
 * @param {string} options.describedBy the id of what the note answers
 * @param {string} options.done what the button says that is pressed when the note is ready
 * @param {string} [options.example] what an empty field shows
 * @param {(month: number) => string} options.monthName
 * @param {import("./types.js").Translate} options.t
 * @param {(note: {text: string, month?: number}) => void} options.onDone
 * @param {() => void} [options.onCancel] without it there is nothing to cancel
 * @param {(draft: {text: string, month: string}) => void} [options.onInput]
 */
export function createEditor({
  question,
  name,
  describedBy,
  done,
  example = "",
  monthName,
  t,
  onDone,
  onCancel,
  onInput,
}) {
  const most = question.characters;
  const counter = uid();
  const text = h("textarea", {
    class: "vt-note-input",
    rows: 2,
    "aria-label": name,
    "aria-describedby": `${describedBy} ${counter}`,
    placeholder: example && t("For example: {example}", { example }),
    enterkeyhint: "done",
  });
  const month = question.calendar ? monthSelect() : null;
  const left = h("span", { class: "vt-note-left", id: counter });
  const cancel = onCancel ? h("button", { type: "button", class: "vt-clear" }, t("Cancel")) : null;
  const ready = h("button", { type: "button", class: "vt-btn" }, done);
  const foot = h("div", { class: "vt-note-foot" }, left, month, cancel, ready);
  let locked = false;

  function monthSelect() {
    const months = Array.from({ length: 12 }, (_, n) =>
      h("option", { value: String(n + 1) }, monthName(n + 1)),
    );
    const none = h("option", { value: "" }, t("Choose a month"));
    return h("select", { class: "vt-note-month", "aria-label": t("Month") }, none, ...months);
  }

  /** Tell what is left, and whether the note is ready. */
  function count() {
    const rest = room(text.value, most);
    const dated = !month || month.value !== "";
    const written = clean(text.value) !== "" && rest >= 0;
    write(
      left,
      rest < 0
        ? t("Characters too many: {n}", { n: -rest })
        : written && !dated
          ? t("Choose a month for the note.")
          : t("Characters left: {n}", { n: rest }),
    );
    left.classList.toggle("vt-over", rest < 0);
    const fits = written && dated && !locked;
    attribute(ready, "aria-disabled", fits ? null : "true");
    ready.classList.toggle("vt-primary", fits);
    return { fits, written };
  }

  function finish() {
    const { fits, written } = count();
    if (fits) onDone({ text: clean(text.value), ...(month ? { month: Number(month.value) } : {}) });
    else (written && month ? month : text).focus();
  }

  text.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault(); // a note is one line
      finish();
    } else if (event.key === "Escape") {
      onCancel?.();
    }
  });
  for (const input of month ? [text, month] : [text]) {
    input.addEventListener("input", () => {
      count();
      onInput?.({ text: text.value, month: month?.value ?? "" });
    });
  }
  ready.addEventListener("click", finish);
  cancel?.addEventListener("click", () => onCancel?.());
  return {
    el: h("div", { class: "vt-note-editor" }, text, foot),
    text,
    /** @param {{text: string, month?: number | string}} note */
    fill(note) {
      text.value = note.text;
      if (month) month.value = String(note.month ?? "");
      count();
    },
    /** @param {boolean} on */
    lock(on) {
      locked = on;
      text.readOnly = on;
      if (month) month.disabled = on;
      ready.hidden = on;
      if (cancel) cancel.hidden = on;
      count();
    },
  };
}
