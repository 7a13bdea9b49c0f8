/** The question kind "agreed": agreed, under way or not yet; a choice of three, side by side. */

import { render as renderChoice } from "./choice.js";

/** @typedef {import("../types.js").Text} Text */
/** @typedef {import("./choice.js").Counted} Counted */
/** @typedef {Record<"agreed" | "under_way" | "not_yet", Text>} States */
/** @typedef {{ value: string | null, result: Counted | null | undefined, locked: boolean }} Now */
/**
 * @typedef {Omit<import("./choice.js").Options, "question" | keyof Now | "onChange"> & Now & {
 *   question: { dont_know: boolean, states?: States | null }, onChange: (value: string | null) => void }} Options
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
 * The three states with their names: the question's own, or those of an agreement.
 *
 * @param {States | null | undefined} states
 * @param {import("../types.js").Translate} t
 */
export function named(states, t) {
  /** @param {keyof States} id @param {string} words */
  const state = (id, words) => ({
    id,
    label: states?.[id] ?? { fi: words, sv: words, en: words }, // in the reader's language already
    description: { fi: "", sv: "", en: "" },
  });
  return [
    state("agreed", t("Agreed")),
    state("under_way", t("Under way")),
    state("not_yet", t("Not yet")),
  ];
}

/**
 * Draw one item.
 *
 * @param {Options} options
 * @returns {{ el: HTMLElement, update(now: Now): void }}
 */
export function render(options) {
  const { question, t, onChange } = options;
  const card = renderChoice({
    ...options,
    ...asChoice(options),
    question: {
      options: named(question.states, t),
      wanted: false,
      ordered: false,
      dont_know: question.dont_know,
    },
    onChange: (value) => onChange(typeof value === "string" ? value : null),
  });
  card.el.classList.add("vt-agreed");
  return { el: card.el, update: (now) => card.update(asChoice(now)) };
}
