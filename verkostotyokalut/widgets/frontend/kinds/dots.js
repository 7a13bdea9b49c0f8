/** The question kind "dots": a few dots to share out over options, one press at a time. */

import { detailMinimum } from "../disclosure.js";
import { attribute, h, into, uid, write } from "../dom.js";

/** @typedef {import("../types.js").Text} Text */
/** @typedef {Record<string, number>} Vote how many dots by option; only those that have some */
/** @typedef {{id: string, label: Text, description: Text}} Option */
/** @typedef {{dots: number, most: number, options: Option[]}} Question */
/** @typedef {{n: number, dots: Vote, people: Vote}} Result */

/**
 * How many dots are left.
 *
 * @param {Vote | null} vote
 * @param {number} dots how many there are
 */
export function left(vote, dots) {
  return dots - Object.values(vote ?? {}).reduce((sum, count) => sum + count, 0);
}

/**
 * The vote after a dot has been given to an option or taken from it; the same vote when that
 * can't be done, and null when no dot is given any more.
 *
 * @param {Vote | null} vote
 * @param {string} option
 * @param {1 | -1} by
 * @param {Question} question
 * @returns {Vote | null}
 */
export function moved(vote, option, by, { dots, most, options }) {
  const count = (vote?.[option] ?? 0) + by;
  if (count < 0 || count > most || (by > 0 && left(vote, dots) === 0)) return vote;
  const next = { ...vote, [option]: count };
  // In the question's order, so that the same vote is always written in the same way.
  const given = options.filter(({ id }) => next[id] > 0).map(({ id }) => [id, next[id]]);
  return given.length ? Object.fromEntries(given) : null;
}

/**
 * Draw one item.
 *
 * @param {import("../types.js").KindOptions & {question: any}} options
 * @returns {import("../types.js").Card}
 */
export function render({
  item,
  question: asked,
  value,
  result,
  minimum,
  locked,
  language,
  t,
  shape,
  onChange,
}) {
  const question = /** @type {Question} */ (asked);
  const [title, statement, room] = [uid(), uid(), uid()];
  /** @type {Vote | null} */
  let vote = value;

  const remaining = h("span", { class: "vt-dots-left" });
  const what = h("span", { class: "vt-unseen" });
  // What has just happened is heard first, then what is left; both in one polite sentence.
  const told = h(
    "p",
    { class: "vt-dots-told", "aria-live": "polite", "aria-atomic": "true" },
    what,
    " ",
    remaining,
  );
  const rows = question.options.map(optionRow);
  const roomWords = h("p", { class: "vt-room", id: room });
  const answer = h("span", { class: "vt-answer" });
  const clear = h("button", { type: "button", class: "vt-clear" }, t("Clear"));
  const el = h(
    "section",
    { class: `vt-card vt-dots vt-${shape}`, role: "group", "aria-labelledby": title },
    h("h3", { id: title }, into(item.label, language)),
    h("p", { class: "vt-statement", id: statement }, into(item.statement, language)),
    hint(1, item.low),
    hint(Math.min(3, question.most), item.high),
    told,
    h("ul", { class: "vt-dots-list" }, ...rows.map((row) => row.el)),
    roomWords,
    h("div", { class: "vt-foot" }, answer, clear),
  );

  /** What a few dots mean, or many. @param {number} dots @param {Text} text */
  function hint(dots, text) {
    const marks = h("span", { class: "vt-dots-marks", "aria-hidden": "true" }, "●".repeat(dots));
    return h("p", { class: "vt-hint" }, marks, into(text, language));
  }

  /** One option with its − and +. @param {Option} option */
  function optionRow(option) {
    const name = into(option.label, language);
    const id = uid();
    const less = h("button", {
      type: "button",
      class: "vt-pm",
      "aria-label": t("One dot less: {option}", { option: name }),
    }, "−");
    const more = h("button", {
      type: "button",
      class: "vt-pm",
      "aria-label": t("One dot more: {option}", { option: name }),
      "aria-describedby": id,
    }, "+");
    const count = h("span", { class: "vt-dots-count" });
    const marks = h("span", { class: "vt-dots-marks", "aria-hidden": "true" });
    const bar = h("span", { class: "vt-dots-bar", "aria-hidden": "true" }, h("span"));
    const words = h("span", { class: "vt-dots-words" });
    const roomRow = h("div", { class: "vt-dots-room" }, bar, words);
    const own = h(
      "li",
      { class: "vt-dots-option" },
      h("div", { class: "vt-dots-name" }, name, marks),
      less,
      count,
      more,
      h("p", { class: "vt-dots-about", id }, into(option.description, language)),
      roomRow,
    );
    less.addEventListener("click", () => move(option, -1));
    more.addEventListener("click", () => move(option, 1));
    return { el: own, option, name, less, more, count, marks, bar, words, roomRow };
  }

  /** @param {Option} option @param {1 | -1} by */
  function move(option, by) {
    if (locked) return;
    const next = moved(vote, option.id, by, question);
    if (next === vote) {
      if (by > 0) write(what, left(vote, question.dots) ? t("No more dots fit on this one.") : "");
      return;
    }
    vote = next;
    const name = into(option.label, language);
    write(what, t("{option}: {n}.", { option: name, n: vote?.[option.id] ?? 0 }));
    draw();
    onChange(vote);
  }

  function draw() {
    const rest = left(vote, question.dots);
    write(
      remaining,
      rest
        ? t("Dots left: {n}", { n: rest })
        : t("All dots are given. Take one back to move it."),
    );
    for (const { option, less, more, count, marks } of rows) {
      const mine = vote?.[option.id] ?? 0;
      write(count, String(mine));
      write(marks, "●".repeat(mine));
      attribute(less, "aria-disabled", locked || mine === 0 ? "true" : null);
      attribute(more, "aria-disabled", locked || mine === question.most || !rest ? "true" : null);
    }
    write(
      answer,
      vote
        ? t("Dots given: {n} of {total}", { n: question.dots - rest, total: question.dots })
        : t("You have not answered yet"),
    );
    told.hidden = locked;
    clear.hidden = !vote || locked;
    el.classList.toggle("vt-answered", vote !== null);
    el.classList.toggle("vt-locked", locked);
  }

  function drawRoom() {
    const shown = /** @type {Result | null | undefined} */ (result);
    roomWords.hidden = shown === undefined;
    if (shown === null) {
      const needed = detailMinimum(minimum);
      write(roomWords, t("Fewer than {minimum} answers: not shown", { minimum: needed }));
    }
    if (shown) write(roomWords, t("The room's dots (n = {n})", { n: shown.n }));
    const longest = Math.max(1, ...Object.values(shown?.dots ?? {}));
    for (const { option, bar, words, roomRow } of rows) {
      roomRow.hidden = !shown;
      if (!shown) continue;
      const dots = shown.dots[option.id];
      /** @type {HTMLElement} */ (bar.firstElementChild).style.width = `${(100 * dots) / longest}%`;
      write(words, t("Room: dots {dots}, people {people}", { dots, people: shown.people[option.id] }));
    }
  }

  clear.addEventListener("click", () => {
    if (locked) return;
    vote = null;
    write(what, "");
    draw();
    onChange(null);
    rows[0].more.focus({ preventScroll: true });
  });

  draw();
  drawRoom();
  return {
    el,
    update(now) {
      vote = now.value;
      locked = now.locked;
      result = now.result;
      draw();
      drawRoom();
    },
  };
}
