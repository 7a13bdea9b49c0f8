/** The question kind "choice": one option of a few, now and perhaps as wished. */

import { detailMinimum } from "../disclosure.js";
import { attribute, h, into, uid, variable, write } from "../dom.js";

/** @typedef {import("../types.js").Language} Language */
/** @typedef {import("../types.js").Text} Text */
/** @typedef {"now" | "wanted"} View */
/** @typedef {string | Partial<Record<View, string>> | null} Value */
/** @typedef {{ id: string, label: Text, description: Text }} Option */
/** @typedef {{ options: Option[], wanted: boolean, ordered: boolean, dont_know: boolean }} Question */
/** @typedef {{ n: number, counts: Record<string, number> }} Counted */
/** @typedef {Partial<Record<View, Counted | null>>} Result */
/** @typedef {{ value: Value, result: Result | null | undefined, locked: boolean }} Now */
/**
 * @typedef {Omit<import("../types.js").KindOptions, "question" | "value" | "result" | "onChange">
 *   & Now & { question: Question, onChange: (value: Value) => void }} Options
 */

/**
 * What is chosen in a view; null when nothing is.
 *
 * @param {Value} value
 * @param {View} view
 */
export function chosen(value, view) {
  return (typeof value === "string" ? value : value?.[view]) ?? null;
}

/**
 * The answer after a choice in a view, or after taking it back (null).
 *
 * @param {Value} value
 * @param {View} view
 * @param {string | null} choice
 * @param {boolean} wanted whether the wish is asked too
 * @returns {Value}
 */
export function choose(value, view, choice, wanted) {
  if (!wanted) return choice;
  const next = { ...(typeof value === "string" ? {} : value) };
  if (choice === null) delete next[view];
  else next[view] = choice;
  return Object.keys(next).length ? next : null;
}

/**
 * The options that most have chosen.
 *
 * @param {Counted} counted
 */
export function leading({ counts }) {
  const most = Math.max(...Object.values(counts));
  return Object.keys(counts).filter((id) => counts[id] === most);
}

/** @param {number} share @param {Language} language */
const percent = (share, language) => share.toLocaleString(language, { style: "percent" });

/**
 * Draw one item: a row of choice for each view.
 *
 * @param {Options} options
 * @returns {{ el: HTMLElement, update(now: Now): void }}
 */
export function render(options) {
  const { item, question, language, t, shape, onChange } = options;
  let { value } = options;
  const title = uid();
  /** @type {View[]} */
  const views = question.wanted ? ["now", "wanted"] : ["now"];
  const rows = views.map((view) => {
    const legend = question.wanted ? (view === "now" ? t("Now") : t("Wanted")) : "";
    return choiceRow(options, view, legend, title, (choice) => {
      value = choose(value, view, choice, question.wanted);
      onChange(value);
    });
  });
  const el = h(
    "section",
    { class: `vt-card vt-choice vt-${shape}`, role: "group", "aria-labelledby": title },
    h("h3", { id: title }, into(item.label, language)),
    h("p", { class: "vt-statement" }, into(item.statement, language)),
    h("div", { class: "vt-choice-rows" }, ...rows.map((row) => row.el)),
  );
  /** @param {Now} now */
  function update(now) {
    value = now.value;
    el.classList.toggle("vt-locked", now.locked);
    rows.forEach((row, index) => row.update(chosen(value, views[index]), now));
  }
  update(options);
  return { el, update };
}

/**
 * The options of one view, as radio buttons that look like cards.
 *
 * @param {Options} options
 * @param {View} view
 * @param {string} legend what the row is about; nothing when it is the only one
 * @param {string} title id of the item's heading
 * @param {(choice: string | null) => void} onChoice
 */
function choiceRow({ question, minimum, language, t }, view, legend, title, onChoice) {
  /** @type {string | null} */
  let choice = null;
  let locked = false;
  const [name, legendId, roomId] = [uid(), uid(), uid()];
  const cards = question.options.map((option, index) => {
    const [label, description, share] = [uid(), uid(), uid()];
    const input = h("input", {
      type: "radio",
      class: "vt-radio",
      name,
      value: option.id,
      "aria-labelledby": label,
      "aria-describedby": `${description} ${share}`,
      onchange: () => set(option.id),
    });
    const bar = h("span", { class: "vt-option-bar", "aria-hidden": "true" }, h("span"));
    const words = h("span", { class: "vt-option-share", id: share });
    const room = h("span", { class: "vt-option-room" }, bar, words);
    const rung = question.ordered
      ? h("span", { class: "vt-rung", "aria-hidden": "true" }, String(index + 1))
      : null;
    const el = h(
      "label",
      { class: "vt-option" },
      input,
      rung,
      h(
        "span",
        { class: "vt-option-words" },
        h("span", { class: "vt-option-label", id: label }, into(option.label, language)),
        h(
          "span",
          { class: "vt-option-description", id: description },
          into(option.description, language),
        ),
        room,
      ),
    );
    return { id: option.id, label: into(option.label, language), el, input, bar, words, room };
  });
  const answer = h("span", { class: "vt-answer", "aria-live": "polite" });
  const clear = h("button", { type: "button", class: "vt-clear", onclick: takeBack }, t("Clear"));
  const unsure = h(
    "button",
    {
      type: "button",
      class: "vt-chip vt-unsure",
      onclick: () => set(choice === "dont_know" ? null : "dont_know"),
    },
    t("I can't say"),
  );
  const roomWords = h("p", { class: "vt-room", id: roomId });
  const el = h(
    "div",
    {
      class: `vt-choice-row vt-choice-${view}`,
      role: "radiogroup",
      "aria-labelledby": legend ? `${title} ${legendId}` : title,
      "aria-describedby": roomId,
    },
    legend ? h("h4", { id: legendId }, legend) : null,
    h("div", { class: "vt-options" }, ...cards.map((card) => card.el)),
    roomWords,
    h("div", { class: "vt-foot" }, answer, clear, question.dont_know ? unsure : null),
  );

  /** @param {string | null} next */
  function set(next) {
    if (!locked && next !== choice) {
      choice = next;
      onChoice(choice);
    }
    draw(); // also when nothing changed: the browser has moved the radio button by itself
  }

  function takeBack() {
    set(null);
    cards[0].input.focus({ preventScroll: true });
  }

  function draw() {
    for (const card of cards) {
      card.input.checked = card.id === choice;
      attribute(card.input, "aria-disabled", locked ? "true" : null);
      card.el.classList.toggle("vt-chosen", card.id === choice);
    }
    const found = cards.find((card) => card.id === choice);
    write(answer, found?.label ?? (choice ? t("I can't say") : t("You have not answered yet")));
    attribute(unsure, "aria-pressed", choice === "dont_know" ? "true" : "false");
    attribute(unsure, "aria-disabled", locked ? "true" : null);
    clear.hidden = choice === null || locked;
    el.classList.toggle("vt-answered", choice !== null);
  }

  /** @param {Result | null | undefined} result */
  function drawRoom(result) {
    const counted = result?.[view];
    for (const { id, bar, words, room } of cards) {
      room.hidden = !counted;
      if (!counted) continue;
      const share = counted.counts[id] / counted.n;
      variable(bar, "--share", share);
      write(words, percent(share, language));
    }
    roomWords.hidden = result === undefined;
    if (counted) {
      const ids = leading(counted);
      const names = cards.filter((card) => ids.includes(card.id)).map((card) => card.label);
      write(
        roomWords,
        t("Most in the room: {options} {share} (n = {n})", {
          options: names.join(", "),
          share: percent(counted.counts[ids[0]] / counted.n, language),
          n: counted.n,
        }),
      );
    } else if (result !== undefined) {
      const needed = detailMinimum(minimum);
      write(roomWords, t("Fewer than {minimum} answers: not shown", { minimum: needed }));
    }
  }

  return {
    el,
    /** @param {string | null} now what is chosen @param {Now} state */
    update(now, state) {
      choice = now;
      locked = state.locked;
      draw();
      drawRoom(state.result);
    },
  };
}
