/** The question kind "rows": rows that one adds oneself, such as one's own networks. */

import { attribute, h, into, same, uid, write } from "../dom.js";
import { drawId } from "../draw_id.js";
import { createRow, flagged } from "../row_card.js";

/** @typedef {import("../row_card.js").Row} Row */
/** @typedef {import("../row_card.js").Question} Question */
/** @typedef {import("../row_fields.js").ChoiceField} ChoiceField */
/** @typedef {{rows: ({id: string, name: string} & Record<string, string | number>)[]} | null} Answer */
/** @typedef {{rows: number, sum: number | null}} Part */
/** @typedef {Part & {n: number, flagged: number | null, options: Record<string, Part | null>, names: {name: string, n: number}[]}} Result */

/**
 * A name as it is kept: without characters that can't be seen, and without spaces around it.
 *
 * @param {string} text
 */
export function clean(text) {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ").replace(/[\p{Cf}\p{Cs}]/gu, "").trim();
}

/**
 * The answer that the rows make; rows without a name are not in it yet.
 *
 * @param {Row[]} rows
 * @param {Pick<Question, "fields">} question
 * @returns {Answer}
 */
export function answer(rows, { fields }) {
  const named = rows.filter(({ name }) => clean(name));
  if (!named.length) return null;
  return {
    rows: named.map(({ id, name, values }) => {
      // In the question's order, so that the same row is always written in the same way.
      const given = fields.map((field) => [field.id, values[field.id] ?? null]);
      const touched = Object.fromEntries(given.filter(([, value]) => value !== null));
      return { id, name: clean(name), ...touched };
    }),
  };
}

/**
 * The rows after an answer has come from outside. A row that is being edited is left alone, and
 * so are those without a name, which nobody else knows of.
 *
 * @param {Row[]} rows
 * @param {Answer} given
 * @param {string | null} held the id of the row that is being edited
 * @returns {Row[]}
 */
export function merged(rows, given, held) {
  const come = (given?.rows ?? []).map(({ id, name, ...values }) => ({ id, name, values }));
  const kept = rows.find(({ id }) => id === held);
  const own = rows.filter(
    (row) => !come.some(({ id }) => id === row.id) && (row.id === held || !clean(row.name)),
  );
  return [...come.map((row) => (kept && row.id === held ? kept : row)), ...own];
}

/**
 * The amounts of the rows, added up.
 *
 * @param {Row[]} rows
 * @param {string | null} field
 */
export function total(rows, field) {
  return rows.reduce((sum, { values }) => sum + Number(values[field ?? ""] ?? 0), 0);
}

/**
 * Draw one item.
 *
 * @param {import("../types.js").KindOptions & {question: any, result: any}} options
 * @returns {import("../types.js").Card}
 */
export function render({ item, question: asked, value, result, minimum, locked, language, t, shape, onChange }) {
  const question = /** @type {Question} */ (asked);
  const summed = question.fields.find(({ id }) => id === question.sum);
  const unit = summed?.type === "amount" ? into(summed.unit, language) : "";
  const called = into(question.called, language);
  const [title, statement, room] = [uid(), uid(), uid()];
  /** @type {Row[]} */
  let rows = merged([], value, null);
  /** The id of the row that is open. @type {string | null} */
  let open = null;
  /** The row taken away last, and where it was. @type {{row: Row, index: number} | null} */
  let removed = null;
  /** @type {Map<string, ReturnType<typeof createRow>>} */
  const cards = new Map();

  const list = h("ul", { class: "vt-rows-list" });
  const add = h("button", { type: "button", class: "vt-btn vt-rows-add", onclick: append }, `+ ${into(question.adding, language)}`);
  const left = h("p", { class: "vt-rows-left" });
  const lost = h("span", { class: "vt-rows-lost" });
  const undo = h("button", { type: "button", class: "vt-clear", onclick: restore }, t("Undo"));
  const bar = h("div", { class: "vt-rows-undo", role: "status" }, lost, undo);
  const sum = h("span", { class: "vt-answer", "aria-live": "polite" });
  const roomWords = h("div", { class: "vt-room vt-rows-room", id: room });
  const el = h(
    "section",
    {
      class: `vt-card vt-rows vt-${shape}`,
      role: "group",
      "aria-labelledby": title,
      "aria-describedby": `${statement} ${room}`,
    },
    h("h3", { id: title }, into(item.label, language)),
    h("p", { class: "vt-statement", id: statement }, into(item.statement, language)),
    list,
    bar,
    add,
    left,
    roomWords,
    h("div", { class: "vt-foot" }, sum),
  );

  function append() {
    if (locked) return;
    const draft = rows.find(({ name }) => !clean(name));
    if (!draft && rows.length >= question.most) return;
    const row = draft ?? { id: drawId(), name: "", values: {} };
    if (!draft) rows = [...rows, row];
    removed = null;
    open = row.id;
    draw();
    cards.get(row.id)?.write();
  }

  /** @param {string} id @param {{name: string} | {field: string, value: any}} change */
  function edit(id, change) {
    if (locked) return;
    rows = rows.map((row) => {
      if (row.id !== id) return row;
      if ("name" in change) return { ...row, name: change.name };
      return { ...row, values: { ...row.values, [change.field]: change.value } };
    });
    give();
  }

  /** @param {string} id */
  function remove(id) {
    const index = rows.findIndex((row) => row.id === id);
    if (locked || index < 0) return;
    const row = rows[index];
    removed = clean(row.name) || Object.keys(row.values).length ? { row, index } : null;
    rows = rows.filter((other) => other !== row);
    open = null;
    give();
    (removed ? undo : add).focus();
  }

  function restore() {
    if (locked || !removed) return;
    const { row, index } = removed;
    rows = [...rows.slice(0, index), row, ...rows.slice(index)];
    removed = null;
    give();
    cards.get(row.id)?.focus();
  }

  /** @param {string} id */
  function toggle(id) {
    if (locked) return;
    const card = cards.get(id);
    const within = card?.held;
    open = open === id ? null : id;
    draw();
    if (within) card?.focus();
  }

  /** Draw, and tell the answer when it has changed. */
  function give() {
    const now = answer(rows, question);
    draw();
    if (same(now, value)) return;
    value = now;
    onChange(now);
  }

  function draw() {
    for (const [id, card] of cards) {
      if (rows.some((row) => row.id === id)) continue;
      card.el.remove();
      cards.delete(id);
    }
    rows.forEach((row, index) => {
      const { id } = row;
      const card =
        cards.get(id) ??
        createRow({
          question,
          language,
          t,
          onToggle: () => toggle(id),
          onChange: (change) => edit(id, change),
          onRemove: () => remove(id),
        });
      cards.set(id, card);
      // Only what stands in a wrong place is moved: an element that moves loses the focus.
      if (list.children[index] !== card.el) list.insertBefore(card.el, list.children[index] ?? null);
      card.update({ row, open: open === id && !locked, locked });
    });
    const more = question.most - rows.length;
    write(left, more > 0 ? t("You can still add {n}.", { n: more }) : t("There is room for no more."));
    add.hidden = left.hidden = locked;
    attribute(add, "aria-disabled", more > 0 ? null : "true");
    bar.classList.toggle("vt-rows-empty", !removed || locked);
    undo.hidden = !removed || locked;
    write(lost, removed && !locked ? t("Removed: {name}", { name: clean(removed.row.name) || t("No name yet") }) : "");
    write(sum, value ? [`${called}: ${value.rows.length}`, said(rows)].filter(Boolean).join(". ") : t("You have not answered yet"));
    el.classList.toggle("vt-answered", value !== null);
    el.classList.toggle("vt-locked", locked);
  }

  /** What the rows take together. @param {Row[]} all */
  function said(all) {
    const named = all.filter(({ name }) => clean(name));
    const asks = named.filter((row) => flagged(row, question.flag)).length;
    return [
      unit ? t("In all {n} {unit}", { n: total(named, question.sum), unit }) : "",
      asks ? `${into(question.flag?.label, language)}: ${asks}` : "",
    ]
      .filter(Boolean)
      .join(". ");
  }

  function drawRoom() {
    const shown = /** @type {Result | null | undefined} */ (result);
    roomWords.hidden = shown === undefined;
    if (shown === undefined) return;
    if (shown === null) {
      roomWords.replaceChildren(t("Fewer than {minimum} answers: not shown", { minimum }));
      return;
    }
    /** @param {Part} part */
    const counted = (part) =>
      [String(part.rows), part.sum === null || !unit ? "" : `${part.sum} ${unit}`].filter(Boolean).join(", ");
    const colour = /** @type {ChoiceField | undefined} */ (
      question.fields.find(({ id }) => id === question.colour)
    );
    const options = (colour?.options ?? []).map(({ id, label }) => {
      const part = shown.options[id];
      const words = part ? counted(part) : t("too few to show");
      return h("li", {}, `${into(label, language)}: ${words}`);
    });
    const asks = shown.flagged === null ? "" : `${into(question.flag?.label, language)}: ${shown.flagged}`;
    const names = shown.names.map(({ name, n }) => h("li", {}, `${name} (${n})`));
    roomWords.replaceChildren(
      h("p", { class: "vt-room-median" }, t("The room (n = {n})", { n: shown.n })),
      h("p", {}, `${called}: ${counted(shown)}. ${asks}`),
      h("ul", {}, ...options),
      ...(names.length ? [h("p", {}, t("Mentioned by many:")), h("ul", {}, ...names)] : []),
    );
  }

  draw();
  drawRoom();
  return {
    el,
    update(now) {
      locked = now.locked;
      result = now.result;
      if (!same(now.value, value)) {
        const held = [...cards].find(([, card]) => card.held)?.[0] ?? null;
        rows = merged(rows, now.value, locked ? null : held);
        value = now.value;
      }
      if (locked) open = null;
      draw();
      drawRoom();
    },
  };
}
