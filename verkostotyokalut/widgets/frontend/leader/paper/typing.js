/** Typing sheets in: which sheet, its fields, and on to the next when it is on its way to the store. */
import { h, uid, write } from "../../dom.js";
import { createChips } from "./chips.js";
import { empty, sent, written } from "./codes.js";
import { createKept, newSheet, nextSheet, storage } from "./kept.js";
import { createSheet } from "./sheet.js";
import { createTold } from "./told.js";

/** @typedef {import("../../types.js").Translate} Translate */
/** @typedef {import("./kept.js").Entry} Entry */
/** @typedef {import("./kept.js").Draft} Draft */
/** @typedef {import("./kept.js").Known} Known */
/** @typedef {import("./codes.js").Form} Form */
/** What is asked. @typedef {{place: string, round: number, instrument: string, title: string, form: Form, items: {id: string, label: string}[]}} Asked */
/** What the kernel tells of a sheet. @typedef {Record<string, {id: string, text: string, numbers: import("./codes.js").Code[]}[]>} Told */
/**
 * @typedef {object} View
 * @property {string} why no sheets are taken; empty: they are
 * @property {Known[]} sheets
 * @property {{id: string, label: string}[]} groups
 * @property {number} most the greatest number of a sheet
 */

const PATIENCE = 10_000; // milliseconds until a sheet that nobody has said a word of is told
/** @type {Draft} */
const BLANK = { content: { items: {}, group: null }, before: null, version: 0 };

/**
 * @param {Translate} t
 * @param {import("./answers.js").Model} model
 */
export function createTyping(t, model) {
  /** @type {Partial<Asked>} */
  let asked = {};
  /** @type {View} */
  let view = { why: "", sheets: [], groups: [], most: 0 };
  let kept = createKept(null, "");
  /** @type {ReturnType<typeof createSheet> | null} */
  let sheet = null;
  let started = false;
  /** Of the sheet in the form: what it takes the place of. @type {Omit<Draft, "content">} */
  let under = BLANK;
  /** What came to the store last, and can be undone. @type {Entry | null} */
  let last = null;
  /** The press by which a sheet of the store is awaited. */
  let opening = "";
  /** @type {Map<string, ReturnType<typeof setTimeout>>} */
  const timers = new Map();

  const why = h("p", { class: "vt-paper-why", role: "status" });
  const lead = h("p", { class: "vt-paper-lead" });
  const chips = createChips(t, { onTurn: turn, onNumber: renumber, onNew: () => renumber(newSheet(view.sheets, taken())) });
  const title = h("h3", {});
  const group = h("select", { "aria-label": t("Group"), onchange: keepDraft });
  const groupField = h("label", { class: "vt-paper-group" }, t("Group"), group);
  const holder = h("div", {});
  const nothing = h("p", { class: "vt-paper-problem", role: "alert" });
  const save = h("button", { type: "button", class: "vt-btn vt-primary", onclick: onSave }, t("Save and go on"));
  const remove = h("button", { type: "button", class: "vt-clear", onclick: onRemove }, t("Take the sheet away"));
  const told = createTold(t, { onUndo, onRetry, onOpen });
  const tools = h("p", { class: "vt-paper-tools" }, save, remove);
  const head = h("div", { class: "vt-paper-part" }, lead, title, ...chips.nodes);
  const form = h("div", { class: "vt-paper-part" }, groupField, holder, nothing, tools);

  const taken = () => [...kept.drafted, ...kept.unsent.map((one) => one.sheet)];
  /** @param {number} number */
  const known = (number) => view.sheets.find((one) => one.number === number);

  /** What is in the form. @returns {Draft} */
  function draft() {
    return { content: { items: sheet?.items ?? {}, group: group.value || null }, ...under };
  }

  function keepDraft() {
    const typed = sheet && (!sheet.empty || under.version > 0);
    kept.put(kept.now, typed ? draft() : null);
    write(nothing, "");
    draw();
  }

  /** Put a sheet into the form. @param {number} number @param {Draft} now */
  function fill(number, now) {
    kept.turn(number);
    under = { before: now.before, version: now.version };
    sheet?.fill(now.content);
    group.value = view.groups.some(({ id }) => id === now.content.group) ? (now.content.group ?? "") : "";
    write(nothing, "");
    draw();
  }

  /** An empty sheet of a person whose group may be known. @param {number} number @returns {Draft} */
  function blank(number) {
    return { ...BLANK, content: { items: {}, group: known(number)?.group ?? null } };
  }

  /** Turn to a sheet: as it was left, as it is in the store, or an empty one. @param {number} number */
  function turn(number) {
    const left = kept.draft(number);
    const entry = kept.unsent.find((one) => one.sheet === number);
    if (entry && !left) {
      if (entry.why) onOpen(entry);
      return; // on its way: in a moment it can be opened
    }
    if (!left && known(number)?.items) {
      opening = uid();
      model.send({ do: "open", press: opening, sheet: number });
      return;
    }
    fill(number, left ?? blank(number));
    sheet?.focus();
  }

  /** Give the sheet that is being typed another number, or turn to the one that has it. @param {number} number */
  function renumber(number) {
    const moves = sheet && !sheet.empty && !under.version && !known(number)?.items && !taken().includes(number);
    if (!moves) {
      turn(number);
      return;
    }
    const { content } = draft();
    kept.put(kept.now, null);
    fill(number, { ...BLANK, content });
    keepDraft();
    sheet?.focus();
  }

  function goOn() {
    const next = nextSheet(view.sheets, taken(), kept.now);
    if (next <= view.most) turn(next);
  }

  function onSave() {
    if (!sheet?.fits()) return;
    if (sheet.empty) {
      write(nothing, t("There is nothing on this sheet yet."));
      sheet.focus();
      return;
    }
    const { content, before, version } = draft();
    keep({ press: uid(), sheet: kept.now, before, after: content, version, why: "", words: "" });
    goOn();
  }

  function onRemove() {
    keep({ press: uid(), sheet: kept.now, ...under, after: null, why: "", words: "" });
    goOn();
  }

  function onUndo() {
    if (!last) return;
    const undone = last.sheet === kept.now; // the form shows what is not so any more
    keep({ ...last, press: uid(), before: last.after, after: last.before });
    if (undone) goOn();
  }

  /** @param {Entry} entry */
  function keep(entry) {
    kept.put(entry.sheet, null);
    kept.add(entry);
    last = null;
    post(entry);
    draw();
  }

  /** @param {Entry} entry */
  function post({ press, sheet: number, after, version }) {
    const { form: its, round, instrument } = /** @type {Asked} */ (asked);
    const given = Object.entries(after?.items ?? {}).filter(([, lines]) => !empty(lines));
    const lines = Object.fromEntries(given.map(([item, mine]) => [item, sent(its, mine)]));
    model.send({ do: "keep", press, sheet: number, round, instrument, lines, group: after?.group ?? null, version });
    const late = setTimeout(() => refuse(press, "silent", t("No answer yet. You can try again.")), PATIENCE);
    timers.set(press, late);
  }

  /** @param {string} press @param {string} reason @param {string} words */
  function refuse(press, reason, words) {
    kept.refuse(press, reason, words);
    draw();
  }

  /** @param {Entry} entry */
  function onRetry(entry) {
    refuse(entry.press, "", "");
    post(entry);
  }

  /** Put a sheet that was not taken into the form again. @param {Entry} entry */
  function onOpen(entry) {
    kept.settle(entry.press);
    const moves = entry.why === "changed";
    const number = moves ? newSheet(view.sheets, taken()) : entry.sheet;
    if (entry.after) {
      const { before, version } = moves ? BLANK : entry;
      kept.put(number, { content: entry.after, before, version });
    }
    turn(number);
  }

  /** @param {any} message */
  function receive(message) {
    const { type, press } = message ?? {};
    clearTimeout(timers.get(press));
    if (type === "kept") {
      const entry = kept.settle(press);
      if (entry) last = { ...entry, version: message.version, why: "", words: "" };
      draw();
    } else if (type === "refused") {
      refuse(press, message.why, message.words);
    } else if (type === "sheet" && press === opening) {
      opening = "";
      const content = { items: typed(message.lines), group: message.group };
      fill(message.sheet, { content, before: content, version: message.version });
      sheet?.focus();
    }
  }

  /** The kernel's lines as they stand in the fields. @param {Told} lines */
  function typed(lines) {
    /** @param {Told[string][number]} line */
    const line = ({ id, text, numbers }) => ({ id, text, slots: numbers.map(written) });
    return Object.fromEntries(Object.entries(lines).map(([item, its]) => [item, its.map(line)]));
  }

  function draw() {
    const closed = view.why !== "" || !sheet;
    const left = kept.drafted.sort((a, b) => a - b).join(", ");
    write(why, [view.why, closed && left ? t("Left unsaved: {sheets}", { sheets: left }) : ""].filter(Boolean).join(" "));
    why.hidden = !closed;
    head.hidden = form.hidden = closed;
    write(lead, [t("Type what stands on the sheet. After a number the next field comes by itself; Enter goes on, Backspace goes back."), cantSay()].filter(Boolean).join(" "));
    write(title, asked.title ?? "");
    remove.hidden = !under.version;
    groupField.hidden = !view.groups.length;
    chips.update({
      sheets: view.sheets,
      unsaved: taken(),
      current: kept.now,
      total: asked.items?.length ?? 0,
      most: view.most,
    });
    told.update({ unsent: kept.unsent, last, closed });
  }

  /** How it is typed that somebody can't say. */
  function cantSay() {
    const slot = asked.form?.slots.find((one) => one.dont_know);
    if (!slot) return "";
    return slot.low > 0 ? t("Type 0 or ? for “can't say”.") : t("Type ? for “can't say”.");
  }

  /** @param {Asked} fields */
  function build(fields) {
    asked = fields;
    kept = createKept(storage(), fields.place ?? "");
    sheet = fields.form ? createSheet(fields, t, { onInput: keepDraft, onEnd: () => save.focus() }) : null;
    holder.replaceChildren(...(sheet ? [sheet.el] : []));
    [started, last, opening] = [false, null, ""];
  }

  /** Take up what was left when the page was loaded anew, or begin with the first sheet. */
  function start() {
    started = true;
    for (const entry of kept.unsent.filter((one) => !one.why)) post(entry);
    const left = kept.draft(kept.now);
    const number = left ? kept.now : nextSheet(view.sheets, taken(), 0);
    fill(number, left ?? blank(number));
  }

  model.on("msg:custom", receive);
  return {
    nodes: [why, head, ...told.nodes, form],
    /** @param {Partial<View>} now */
    update(now) {
      if (!now.sheets) return;
      const others = JSON.stringify(now.groups) !== JSON.stringify(view.groups);
      view = /** @type {View} */ (now);
      if (others || !group.length) {
        const chosen = group.value;
        const options = view.groups.map(({ id, label }) => h("option", { value: id }, label));
        group.replaceChildren(h("option", { value: "" }, t("No group")), ...options);
        group.value = view.groups.some(({ id }) => id === chosen) ? chosen : "";
      }
      const newest = /** @type {Asked} */ (model.get("asked") ?? {});
      if (newest.place !== asked.place || !asked.form) build(newest);
      if (sheet && !view.why && !started) start();
      draw();
    },
    stop() {
      model.off("msg:custom", receive);
      timers.forEach(clearTimeout);
    },
  };
}
