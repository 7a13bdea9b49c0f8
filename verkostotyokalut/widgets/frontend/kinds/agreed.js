/** The question kind "agreed": agreed, under way or not yet; a choice of three, side by side. */

import { render as renderChoice } from "./choice.js";

/** @typedef {import("./choice.js").Counted} Counted */
/** @typedef {{ value: string | null, result: Counted | null | undefined, locked: boolean }} Now */
/**
 * @typedef {Omit<import("./choice.js").Options, "question" | keyof Now | "onChange"> & Now & {
 *   question: { dont_know: boolean }, onChange: (value: string | null) => void }} Options
 */

/**
 * The room's result as a choice has it.
 *
 * @param {Now} now
 */
export function asChoice({ value, result, locked }) {
  return { value, result: result ? { now: result } : result, locked };
}

/**
 * Draw one item.
 *
 * @param {Options} options
 * @returns {{ el: HTMLElement, update(now: Now): void }}
 */
export function render(options) {
  const { question, t, onChange } = options;
  /** @param {string} id @param {string} words */
  const state = (id, words) => ({
    id,
    label: { fi: words, sv: words, en: words }, // in the reader's language already
    description: { fi: "", sv: "", en: "" },
  });
  const card = renderChoice({
    ...options,
    ...asChoice(options),
    question: {
      options: [
        state("agreed", t("Agreed")),
        state("under_way", t("Under way")),
        state("not_yet", t("Not yet")),
      ],
      wanted: false,
      ordered: false,
      dont_know: question.dont_know,
    },
    onChange: (value) => onChange(typeof value === "string" ? value : null),
  });
  card.el.classList.add("vt-agreed");
  return { el: card.el, update: (now) => card.update(asChoice(now)) };
}
