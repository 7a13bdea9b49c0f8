/** What is typed of a sheet: digits into numbers, and whether an item's numbers go together. */

/**
 * @typedef {object} Slot a place for a number
 * @property {string} view "Now" or "Wanted", where both are asked
 * @property {string} about what the number is of, where there are several
 * @property {number} low
 * @property {number} high
 * @property {number} step
 * @property {string[]} words what each number is called
 * @property {string} unit
 * @property {boolean} dont_know
 */
/**
 * @typedef {object} Form what an item looks like on paper
 * @property {number} lines
 * @property {number} characters of writing at the beginning of a line; 0: none
 * @property {string} writing what is written
 * @property {number | null} exactly what the numbers of a view add up to
 * @property {number | null} at_most
 * @property {boolean} whole all of a line's numbers, or none
 * @property {Slot[]} slots
 */
/** A number, "dont_know", or null: empty. @typedef {number | "dont_know" | null} Code */
/** A line of a sheet as it stands in its fields. @typedef {{id: string, text: string, slots: string[]}} Line */
/** Why an item can't be kept as it is. @typedef {"number" | "half" | "sum" | "most" | "text"} Problem */

const CANT_SAY = "?";

/** Everything that can be typed into a slot. @param {Slot} slot */
function whole(slot) {
  const count = Math.floor((slot.high - slot.low) / slot.step) + 1;
  const numbers = Array.from({ length: count }, (_, place) => String(slot.low + place * slot.step));
  // A zero is no number of the slot, so its key says the same as the question mark, and is nearer.
  if (slot.dont_know) numbers.push(CANT_SAY, ...(slot.low > 0 ? ["0"] : []));
  return numbers;
}

/**
 * Whether something can become a number of the slot, and whether it can't become any other.
 *
 * @param {Slot} slot
 * @param {string} text
 */
export function judged(slot, text) {
  const ways = whole(slot).filter((one) => one.startsWith(text));
  return {
    possible: text === "" || ways.length > 0,
    full: text !== "" && ways.length === 1 && ways[0] === text,
  };
}

/**
 * What stands in a slot; undefined when it is no number of it yet.
 *
 * @param {Slot} slot
 * @param {string} text
 * @returns {Code | undefined}
 */
export function read(slot, text) {
  if (text === "") return null;
  if (!whole(slot).includes(text)) return undefined;
  return text === CANT_SAY || (text === "0" && slot.low > 0) ? "dont_know" : Number(text);
}

/** @param {Code} code */
export function written(code) {
  return code === "dont_know" ? CANT_SAY : code === null ? "" : String(code);
}

/**
 * Whether "can't say" in a slot is said of the whole item, so that its other numbers are not asked.
 *
 * @param {Form} form
 * @param {number} place of the slot
 */
export function saysAll({ slots }, place) {
  return slots.length > 1 && slots[place].dont_know && slots.every((slot, at) => at === place || !slot.dont_know);
}

/**
 * What keeps an item from being kept, and where: the line and the slot, −1 for its writing.
 *
 * @param {Form} form
 * @param {Line[]} lines
 * @returns {{problem: Problem, line: number, slot: number} | null}
 */
export function checked(form, lines) {
  for (const [at, line] of lines.entries()) {
    const codes = form.slots.map((slot, place) => read(slot, line.slots[place] ?? ""));
    const wrong = codes.indexOf(undefined);
    if (wrong >= 0) return { problem: "number", line: at, slot: wrong };
    const given = codes.some((code) => code !== null);
    if (form.characters && given && !line.text.trim()) return { problem: "text", line: at, slot: -1 };
    const first = codes.findIndex((code) => code === "dont_know");
    if (first >= 0 && saysAll(form, first)) continue;
    const missing = codes.indexOf(null);
    if (form.whole && missing >= 0 && (given || line.text.trim())) {
      return { problem: "half", line: at, slot: missing };
    }
    for (const view of new Set(form.slots.map((slot) => slot.view))) {
      const its = codes.filter((_, place) => form.slots[place].view === view);
      const sum = its.reduce((/** @type {number} */ all, code) => all + (typeof code === "number" ? code : 0), 0);
      const slot = form.slots.findIndex((one) => one.view === view);
      const some = its.some((code) => code !== null);
      if (form.exactly !== null && some && sum !== form.exactly) return { problem: "sum", line: at, slot };
      if (form.at_most !== null && sum > form.at_most) return { problem: "most", line: at, slot };
    }
  }
  return null;
}

/** Whether nothing is on any of the lines. @param {Line[]} lines */
export function empty(lines) {
  return lines.every((line) => !line.text.trim() && line.slots.every((text) => text === ""));
}

/**
 * The lines as the kernel takes them; those with nothing on them are left out.
 *
 * @param {Form} form
 * @param {Line[]} lines
 */
export function sent(form, lines) {
  return lines
    .filter((line) => !empty([line]))
    .map((line) => ({
      id: line.id,
      text: line.text,
      numbers: form.slots.map((slot, place) => read(slot, line.slots[place] ?? "") ?? null),
    }));
}
