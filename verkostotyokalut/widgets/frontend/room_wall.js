/** The room's notes on a participant's page, by group, each with a button to like it. */

import { attribute, h, same, uid, write } from "./dom.js";
import { isLiked, isOwn, liked, likesLeft } from "./notes.js";

/** @typedef {import("./notes.js").Answer} Answer */
/** @typedef {import("./notes.js").Result} Result */
/** @typedef {import("./notes.js").Shown} Shown */

/**
 * @param {object} options
 * @param {number} options.likes how many notes one may like
 * @param {number} options.minimum
 * @param {(month: number) => string} options.monthName
 * @param {import("./types.js").Translate} options.t
 * @param {(value: Answer) => void} options.onChange
 */
export function createWall({ likes, minimum, monthName, t, onChange }) {
  const heading = h("h4", { class: "vt-wall-title" }, t("The room's notes"));
  const count = h("p", { class: "vt-wall-words" });
  const told = h("p", { class: "vt-wall-words", "aria-live": "polite" });
  const groups = h("div", { class: "vt-wall-groups" });
  const more = h("p", { class: "vt-wall-words" });
  const el = h("div", { class: "vt-room vt-wall" }, heading, count, told, groups, more);

  /** @type {Answer} */
  let value = null;
  /** What is drawn. @type {Result | null | undefined} */
  let drawn;
  let locked = false;
  /** The notes drawn, with what changes in them. @type {{note: Shown, tag: HTMLElement, button: HTMLButtonElement}[]} */
  let rows = [];

  /** @param {Shown} note */
  function row(note) {
    const words = uid();
    const text = h("p", { class: "vt-note-text", id: words }, note.text);
    if (note.merged) text.append(" ", h("span", { class: "vt-note-tag" }, `×${note.merged.length + 1}`));
    const month = note.month ? h("span", { class: "vt-note-tag" }, monthName(note.month)) : null;
    const tag = h("span", { class: "vt-note-tag" }, t("own"));
    const button = h(
      "button",
      { type: "button", class: "vt-chip vt-like", "aria-describedby": words, "data-note": note.id },
      h("span", { "aria-hidden": "true" }, "♥"),
      t("Like"),
    );
    button.addEventListener("click", () => press(note));
    rows.push({ note, tag, button });
    return h("li", { class: "vt-note" }, text, h("div", { class: "vt-note-foot" }, month, tag, button));
  }

  /** @param {Shown} note */
  function press(note) {
    if (locked) return;
    const next = liked(value, note, rows.map((one) => one.note), likes);
    if (next === value) return;
    value = next;
    mark();
    onChange(value);
  }

  /** The likes, the own notes and how many likes are left. */
  function mark() {
    const left = likesLeft(value, rows.map(({ note }) => note), likes);
    let others = 0;
    for (const { note, tag, button } of rows) {
      const own = isOwn(value, note);
      const mine = isLiked(value, note);
      others += own ? 0 : 1;
      tag.hidden = !own;
      // A like stays to be taken back, also when the note turns out to be merged with one's own.
      button.hidden = likes === 0 || (own && !mine);
      attribute(button, "aria-pressed", String(mine));
      attribute(button, "aria-disabled", locked || (!mine && left <= 0) ? "true" : null);
    }
    told.hidden = locked || likes === 0 || !others;
    write(
      told,
      left > 0
        ? t("Likes left: {n}", { n: left })
        : t("All likes are given. Take one back to give it to another note."),
    );
  }

  /** @param {Result | null | undefined} result */
  function draw(result) {
    el.hidden = result === undefined;
    write(
      count,
      result ? t("People who wrote: {n}", { n: result.n }) : t("Fewer than {minimum} answers: not shown", { minimum }),
    );
    const active = /** @type {HTMLElement | null} */ (document.activeElement);
    const focused = active && groups.contains(active) ? active.dataset.note : undefined;
    rows = [];
    const shown = result?.groups ?? [];
    groups.replaceChildren(
      ...shown.map(({ title, notes }) => {
        const name = title || (shown.length > 1 ? t("Not grouped") : "");
        const list = h("ul", { class: "vt-notes" }, ...notes.map(row));
        return h("div", {}, name ? h("h5", { class: "vt-wall-group" }, name) : null, list);
      }),
    );
    more.hidden = !result?.more;
    write(more, t("Notes that don't fit here: {n}", { n: result?.more ?? 0 }));
    rows.find(({ note }) => note.id === focused)?.button.focus({ preventScroll: true });
  }

  draw(undefined);
  return {
    el,
    /** @param {{value: Answer, result: Result | null | undefined, locked: boolean}} now */
    update(now) {
      value = now.value;
      locked = now.locked;
      if (now.result === undefined ? drawn !== undefined : drawn === undefined || !same(now.result, drawn)) {
        drawn = now.result;
        draw(drawn);
      }
      mark();
    },
  };
}
