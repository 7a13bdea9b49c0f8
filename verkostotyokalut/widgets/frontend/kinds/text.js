/** The question kind "text": a few short notes for a wall, which the others may like. */

import { h, into, uid, write } from "../dom.js";
import { drawId } from "../draw_id.js";
import { createEditor } from "../note_editor.js";
import { put, removed } from "../notes.js";
import { createWall } from "../room_wall.js";

/** @typedef {import("../types.js").Text} Text */
/** @typedef {import("../notes.js").Answer} Answer */
/** @typedef {import("../notes.js").Note} Note */
/** @typedef {import("../notes.js").Limits & {examples: Record<string, Text[]>}} Question */

/** What has been typed but not added, by item: drawing the cards anew must not lose it.
 * @type {Map<string, {text: string, month: string}>} */
const drafts = new Map();

/**
 * Draw one item.
 *
 * @param {import("../types.js").KindOptions & {question: any}} options
 * @returns {import("../types.js").Card}
 */
export function render({
  item,
  question: asked,
  value: given,
  result,
  minimum,
  locked,
  language,
  t,
  shape,
  onChange,
}) {
  const question = /** @type {Question} */ (asked);
  const [title, statement] = [uid(), uid()];
  const monthNames = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
  /** @param {number} month */
  const monthName = (month) => monthNames.format(Date.UTC(2024, month - 1));
  /** @type {Answer} */
  let value = given;
  /** The note taken away last, and where it was. @type {{note: Note, place: number} | null} */
  let gone = null;

  const told = h("p", { class: "vt-unseen", role: "status" });
  const list = h("ul", { class: "vt-notes vt-own-notes" });
  const goneWords = h("span", {}, t("The note was removed."));
  const undo = h("button", { type: "button", class: "vt-clear" }, t("Undo"));
  const goneRow = h("p", { class: "vt-gone" }, goneWords, undo);
  const editing = { question, describedBy: statement, monthName, t };
  const writer = createEditor({
    ...editing,
    name: t("New note"),
    done: t("Add"),
    example: into(question.examples[item.id]?.[0], language),
    onDone: add,
    onInput: (draft) => drafts.set(item.id, draft),
  });
  const full = h("p", { class: "vt-note-words" });
  const wall = createWall({ likes: question.likes, minimum, monthName, t, onChange: change });
  const answer = h("span", { class: "vt-answer" });
  const el = h(
    "section",
    { class: `vt-card vt-text vt-${shape}`, role: "group", "aria-labelledby": title },
    h("h3", { id: title }, into(item.label, language)),
    h("p", { class: "vt-statement", id: statement }, into(item.statement, language)),
    hint(t("Says too little:"), item.low),
    hint(t("Says enough:"), item.high),
    list,
    goneRow,
    writer.el,
    full,
    told,
    h("div", { class: "vt-foot" }, answer),
    wall.el,
  );
  /** The own notes drawn, by id. @type {Map<string, ReturnType<typeof noteRow>>} */
  const rows = new Map();

  /** What a note looks like in practice. @param {string} name @param {Text} text */
  function hint(name, text) {
    return h("p", { class: "vt-note-words" }, h("b", {}, name), " ", into(text, language));
  }

  /** One of the own notes, with what can be done to it. @param {Note} note */
  function noteRow(note) {
    let now = note;
    const words = uid();
    const text = h("p", { class: "vt-note-text", id: words });
    const tag = h("span", { class: "vt-note-tag" });
    const button = (/** @type {string} */ name) =>
      h("button", { type: "button", class: "vt-clear", "aria-describedby": words }, name);
    const [edit, remove] = [button(t("Edit")), button(t("Remove"))];
    const shown = h("div", {}, text, h("div", { class: "vt-note-foot" }, tag, edit, remove));
    const form = createEditor({
      ...editing,
      name: t("Edit the note"),
      done: t("Save"),
      onDone: save,
      onCancel: close,
    });
    const own = h("li", { class: "vt-note" }, shown, form.el);
    form.el.hidden = true;

    /** @param {{text: string, month?: number}} written */
    function save(written) {
      gone = null;
      change(put(value, { id: note.id, ...written }));
      write(told, t("The note was changed."));
      close();
    }

    function close() {
      form.el.hidden = true;
      shown.hidden = false;
      edit.focus({ preventScroll: true });
    }

    edit.addEventListener("click", () => {
      form.fill(now);
      shown.hidden = true;
      form.el.hidden = false;
      form.text.focus();
    });
    remove.addEventListener("click", () => {
      const place = (value?.notes ?? []).findIndex(({ id }) => id === note.id);
      gone = { note: now, place };
      change(removed(value, note.id));
      write(told, t("The note was removed."));
      undo.focus({ preventScroll: true });
    });
    return {
      el: own,
      edit,
      get open() {
        return !form.el.hidden;
      },
      /** @param {Note} next */
      update(next) {
        now = next;
        write(text, next.text);
        write(tag, next.month ? monthName(next.month) : "");
        edit.hidden = remove.hidden = locked;
        form.lock(locked);
      },
    };
  }

  /** @param {{text: string, month?: number}} written */
  function add(written) {
    gone = null;
    drafts.delete(item.id);
    writer.fill({ text: "" });
    change(put(value, { id: drawId(), ...written }));
    write(told, t("The note was added."));
    if (writer.el.hidden) [...rows.values()].at(-1)?.edit.focus({ preventScroll: true });
    else writer.text.focus({ preventScroll: true });
  }

  undo.addEventListener("click", () => {
    if (!gone || locked) return;
    const { note, place } = gone;
    gone = null;
    change(put(value, note, place));
    write(told, t("The note is back."));
    rows.get(note.id)?.edit.focus({ preventScroll: true });
  });

  /** @param {Answer} next */
  function change(next) {
    value = next;
    draw();
    onChange(next);
  }

  function draw() {
    const notes = value?.notes ?? [];
    for (const [id, row] of rows) {
      // One that is being edited stays: what is typed there must not vanish.
      if (notes.some((note) => note.id === id) || row.open) continue;
      row.el.remove();
      rows.delete(id);
    }
    for (const [index, note] of notes.entries()) {
      const row = rows.get(note.id) ?? noteRow(note);
      rows.set(note.id, row);
      row.update(note);
      // Moved only if it must be: an element that moves loses the keyboard.
      if (list.children[index] !== row.el) list.insertBefore(row.el, list.children[index] ?? null);
    }
    const left = question.notes - Math.max(notes.length, rows.size);
    list.hidden = !rows.size;
    goneRow.hidden = !gone || locked || left <= 0;
    writer.el.hidden = left <= 0 || (locked && !writer.text.value);
    writer.lock(locked);
    full.hidden = locked || left > 0;
    write(full, t("You have written as many notes as fit. Edit one, or remove one to write another."));
    write(
      answer,
      notes.length
        ? t("Notes written: {n} of {total}", { n: notes.length, total: question.notes })
        : value
          ? t("You have liked notes, but not written any")
          : t("You have not answered yet. Room for notes: {n}", { n: question.notes }),
    );
    el.classList.toggle("vt-answered", value !== null);
    el.classList.toggle("vt-locked", locked);
    wall.update({ value, result: /** @type {any} */ (result), locked });
  }

  writer.fill(drafts.get(item.id) ?? { text: "" });
  draw();
  return {
    el,
    update(now) {
      value = now.value;
      locked = now.locked;
      result = now.result;
      if (gone && value?.notes.some(({ id }) => id === gone?.note.id)) gone = null;
      draw();
    },
  };
}
