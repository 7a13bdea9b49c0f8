/** The sheets that are not in the store yet: those being typed, and those on their way there. */
import { shelf } from "../../outbox.js";

/** What is on a sheet: the lines of each item, and a group. @typedef {{items: Record<string, import("./codes.js").Line[]>, group: string | null}} Content */
/**
 * @typedef {object} Draft a sheet in the form
 * @property {Content} content
 * @property {Content | null} before as it is in the store; null: not there
 * @property {number} version of what is in the store; 0: nothing
 */
/**
 * @typedef {object} Entry a sheet on its way to the store
 * @property {string} press
 * @property {number} sheet
 * @property {Content | null} before
 * @property {Content | null} after null: it is taken away
 * @property {number} version of what it takes the place of
 * @property {string} why it was not taken; empty: nobody has said so
 * @property {string} words the same for people
 */

/** What lives as long as the tab. @returns {Storage | null} */
export function storage() {
  try {
    return window.sessionStorage;
  } catch {
    return null; // the browser forbids it; what is typed lives as long as the page
  }
}

/**
 * Kept for as long as the tab is open, so that a reload loses nothing of what was typed.
 *
 * @param {Storage | null} storage
 * @param {string} place the session, round and question that the sheets are of
 */
export function createKept(storage, place) {
  /** @type {{ now: number, drafts: Record<string, Draft>, unsent: Entry[] }} */
  const nothing = { now: 0, drafts: {}, unsent: [] };
  const kept = shelf(storage, `verkosto:paper:${place}`, nothing);

  return {
    /** The number of the sheet in the form; 0: none yet. */
    get now() {
      return kept.read().now;
    },
    /** @returns {Entry[]} oldest first */
    get unsent() {
      return kept.read().unsent;
    },
    /** @returns {number[]} */
    get drafted() {
      return Object.keys(kept.read().drafts).map(Number);
    },
    /** @param {number} sheet */
    turn(sheet) {
      kept.write({ ...kept.read(), now: sheet });
    },
    /** @param {number} sheet @returns {Draft | undefined} */
    draft: (sheet) => kept.read().drafts[sheet],
    /** Put a draft away, or with null, forget it. @param {number} sheet @param {Draft | null} draft */
    put(sheet, draft) {
      const { [sheet]: _, ...others } = kept.read().drafts;
      kept.write({ ...kept.read(), drafts: draft ? { ...others, [sheet]: draft } : others });
    },
    /** Send a sheet; an earlier one of its number that is not there yet is not needed any more. @param {Entry} entry */
    add(entry) {
      const others = kept.read().unsent.filter(({ sheet }) => sheet !== entry.sheet);
      kept.write({ ...kept.read(), unsent: [...others, entry] });
    },
    /** @param {string} press @param {string} why @param {string} words */
    refuse(press, why, words) {
      const unsent = kept.read().unsent.map((one) => (one.press === press ? { ...one, why, words } : one));
      kept.write({ ...kept.read(), unsent });
    },
    /** Take out what has come to the store. @param {string} press @returns {Entry | undefined} */
    settle(press) {
      const { unsent } = kept.read();
      kept.write({ ...kept.read(), unsent: unsent.filter((one) => one.press !== press) });
      return unsent.find((one) => one.press === press);
    },
  };
}

/** A sheet that the store knows. @typedef {{number: number, items: number, group: string | null}} Known */

/**
 * The number of the next sheet: the first known one after this that has nothing yet, or a new one.
 *
 * @param {Known[]} sheets
 * @param {number[]} taken numbers that are typed or on their way
 * @param {number} after
 */
export function nextSheet(sheets, taken, after) {
  const free = sheets.find(({ number, items }) => number > after && !items && !taken.includes(number));
  return free ? free.number : newSheet(sheets, taken);
}

/** A number that no sheet has. @param {Known[]} sheets @param {number[]} taken */
export function newSheet(sheets, taken) {
  return Math.max(0, ...sheets.map(({ number }) => number), ...taken) + 1;
}
