/** The form in which a sheet is typed: a field for each number, and the next one by itself. */
import { attribute, h, uid, write } from "../../dom.js";
import { drawId } from "../../draw_id.js";
import { checked, judged, read, saysAll } from "./codes.js";

/** @typedef {import("./codes.js").Form} Form */
/** @typedef {import("./codes.js").Line} Line */
/** @typedef {import("./kept.js").Content} Content */
/** @typedef {import("../../types.js").Translate} Translate */
/** What is asked. @typedef {{form: Form, items: {id: string, label: string}[]}} Asked */
/** A field, and what happens in it. @typedef {{input: HTMLInputElement, item: number, line: number, slot: number, show: () => void}} Field */

/**
 * @param {Asked} asked
 * @param {Translate} t
 * @param {{ onInput: () => void, onEnd: () => void }} told `onEnd`: the last field has been left
 */
export function createSheet({ form, items }, t, { onInput, onEnd }) {
  /** In the order of the paper. @type {Field[]} */
  const fields = [];
  const places = form.slots.map((_, place) => place);
  /** The places of the slots of each view. */
  const views = [...new Set(form.slots.map(({ view }) => view))].map((view) => places.filter((place) => form.slots[place].view === view));
  /** The lines of each item, as they are typed. @type {Line[][]} */
  let lines = items.map(blank);
  const rows = items.map(row);
  const el = h("ol", { class: "vt-paper-items", role: "list" }, ...rows.map((one) => one.el));

  function blank() {
    return Array.from({ length: form.lines }, () => ({ id: drawId(), text: "", slots: form.slots.map(() => "") }));
  }

  /** @param {{label: string}} item @param {number} at */
  function row({ label }, at) {
    const name = `${at + 1}. ${label}`;
    const problem = h("p", { class: "vt-paper-problem", role: "status", id: uid() });
    const parts = Array.from({ length: form.lines }, (_, line) =>
      h(
        "div",
        { class: "vt-paper-line" },
        form.characters ? writing(at, line, name, problem.id) : null,
        ...views.map((places) => h("div", { class: "vt-paper-view" }, ...places.map((slot) => number(at, line, slot, name, problem.id)))),
      ),
    );
    return { el: h("li", {}, h("span", { class: "vt-paper-label" }, name), ...parts, problem), problem };
  }

  /** @param {number} item @param {number} line @param {string} name @param {string} problem */
  function writing(item, line, name, problem) {
    const input = h("input", {
      class: "vt-paper-text",
      autocomplete: "off",
      maxlength: form.characters,
      placeholder: form.writing,
      "aria-label": `${name}, ${form.writing} ${line + 1}`,
      "aria-describedby": problem,
      oninput: () => {
        lines[item][line].text = input.value;
        changed(item);
      },
    });
    add({ input, item, line, slot: -1, show: () => (input.value = lines[item][line].text) });
    return input;
  }

  /** @param {number} item @param {number} line @param {number} place @param {string} name @param {string} problem */
  function number(item, line, place, name, problem) {
    const slot = form.slots[place];
    const title = [slot.view, slot.about].filter(Boolean).join(": ");
    const words = h("span", { class: "vt-paper-words", id: uid() });
    const input = h("input", {
      class: "vt-paper-number",
      inputmode: "numeric",
      autocomplete: "off",
      "aria-label": [name, form.lines > 1 ? String(line + 1) : "", title].filter(Boolean).join(", "),
      "aria-describedby": `${words.id} ${problem}`,
      oninput: () => type(input.value.trim()),
    });

    /** @param {string} text */
    function type(text) {
      const before = lines[item][line].slots[place];
      const { possible, full } = judged(slot, text);
      if (!possible) {
        show();
        // "10" could become "100"; with another digit it is done, and the sum tells if that was wrong.
        if (form.exactly !== null && typeof read(slot, before) === "number" && text.startsWith(before)) {
          leave(field);
          goOnTyping(text.slice(before.length));
          return;
        }
        input.select();
        tell(item, allowed(place));
        return;
      }
      lines[item][line].slots[place] = text;
      if (read(slot, text) === "dont_know" && saysAll(form, place)) clearOthers(item, line, place);
      show();
      changed(item);
      if (full && text !== before) leave(field);
    }

    function show() {
      const text = lines[item][line].slots[place];
      if (input.value !== text) input.value = text;
      const code = read(slot, text);
      const called = typeof code === "number" ? slot.words[(code - slot.low) / slot.step] : "";
      write(words, code === "dont_know" ? t("can't say") : called || (text && slot.unit));
    }

    /** @type {Field} */
    const field = { input, item, line, slot: place, show };
    add(field);
    return h("label", { class: "vt-paper-slot" }, title ? h("span", { class: "vt-paper-title" }, title) : null, input, words);
  }

  /** @param {Field} field */
  function add(field) {
    const at = fields.push(field) - 1;
    field.input.addEventListener("focus", () => field.input.select());
    field.input.addEventListener("keydown", (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const { key } = event;
      const back = key === "ArrowUp" || (key === "Backspace" && field.input.value === "");
      const on = key === "Enter" || key === "ArrowDown" || (key === " " && field.slot >= 0);
      if (!back && !on) return;
      event.preventDefault(); // also Enter in a form, which would send it
      if (back) fields[at - 1]?.input.focus();
      else leave(field);
    });
  }

  /** Go on from a field to the next that has to be filled. @param {Field} field */
  function leave({ item, line, slot }) {
    const mine = lines[item][line];
    // A line that nothing is written on has no numbers, and there is nothing on those below it.
    const skipsLines = form.characters > 0 && slot < 0 && mine.text.trim() === "";
    const all = slot >= 0 && read(form.slots[slot], mine.slots[slot]) === "dont_know" && saysAll(form, slot);
    const at = fields.findIndex((one) => one.item === item && one.line === line && one.slot === slot);
    const next = fields.slice(at + 1).find((one) => one.item !== item || !(all || skipsLines));
    if (!next || next.item !== item) look(item);
    if (next) next.input.focus();
    else onEnd();
  }

  /** Type into the field that has been come to, unless the last one was left. @param {string} text */
  function goOnTyping(text) {
    const next = fields.find((one) => one.input === document.activeElement);
    if (!next) return;
    next.input.value = text;
    next.input.dispatchEvent(new Event("input"));
  }

  /** @param {number} item @param {number} line @param {number} place */
  function clearOthers(item, line, place) {
    lines[item][line].slots = form.slots.map((_, at) => (at === place ? lines[item][line].slots[at] : ""));
    fields.filter((one) => one.item === item && one.line === line).forEach((one) => one.show());
  }

  /** @param {number} item */
  function changed(item) {
    tell(item, "");
    onInput();
  }

  /** @param {number} item @param {string} words */
  function tell(item, words) {
    write(rows[item].problem, words);
    for (const one of fields) {
      if (one.item === item) attribute(one.input, "aria-invalid", words ? "true" : null);
    }
  }

  /** What can be typed into a slot. @param {number} place */
  function allowed(place) {
    const { low, high, step, dont_know } = form.slots[place];
    const range = `${low}–${high}`;
    const numbers = step > 1 ? t("{range}, by {step}", { range, step }) : range;
    return dont_know ? t("{numbers}, or ? for can't say", { numbers }) : numbers;
  }

  /** Tell what is wrong with an item, if anything is. @param {number} item @returns {Field | null} */
  function look(item) {
    const found = checked(form, lines[item]);
    if (!found) return null;
    const { problem, line, slot } = found;
    const told = {
      number: () => allowed(slot),
      half: () => t("Some of the numbers are missing."),
      sum: () => t("Together these should be {n}.", { n: form.exactly ?? 0 }),
      most: () => t("Together these can be {n} at the most.", { n: form.at_most ?? 0 }),
      text: () => t("There are numbers, but this is missing: {what}", { what: form.writing }),
    }[problem];
    tell(item, told());
    return fields.find((one) => one.item === item && one.line === line && one.slot === slot) ?? null;
  }

  return {
    el,
    focus: () => fields[0]?.input.focus(),
    /** Put a sheet into the form; null: an empty one. @param {Content | null} content */
    fill(content) {
      lines = items.map(({ id }) => {
        const its = content?.items[id] ?? [];
        return blank().map((line, at) => (its[at] ? structuredClone(its[at]) : line));
      });
      fields.forEach((field) => field.show());
      items.forEach((_, item) => tell(item, ""));
    },
    /** @returns {Content["items"]} */
    get items() {
      return Object.fromEntries(items.map(({ id }, at) => [id, structuredClone(lines[at])]));
    },
    get empty() {
      return lines.every((its) => its.every((line) => !line.text.trim() && line.slots.every((text) => !text)));
    },
    /** Whether the sheet can be kept; if not, the first place that is wrong is told and shown. */
    fits() {
      const wrong = items.map((_, item) => look(item)).find((field) => field !== null);
      wrong?.input.focus();
      return !wrong;
    },
  };
}
