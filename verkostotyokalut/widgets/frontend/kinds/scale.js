/** The question kind "scale": a slider of a few points that has no value until it is touched. */

import { attribute, h, into, number, uid, write } from "../dom.js";
import { createTrack, rangeOf, saidOf } from "../track.js";

/** @typedef {import("../types.js").Value} Value */

/** @param {import("../types.js").Translate} t */
export const how = (t) => t("Move the slider or tap.");

/**
 * Draw one item.
 *
 * @param {import("../types.js").KindOptions} options
 * @returns {import("../types.js").Card}
 */
export function render({
  item,
  question,
  value,
  result,
  own,
  minimum,
  locked,
  language,
  t,
  shape,
  onChange,
}) {
  const words = question.points.map((point) => into(point, language));
  const [title, statement, room] = [uid(), uid(), uid()];

  const track = createTrack({
    about: title,
    words,
    ends: [
      into(item.low, language) || words[0],
      into(item.high, language) || words[words.length - 1],
    ],
    t,
    onChoose: choose,
  });
  const roomMedian = h("span", { class: "vt-room-median" });
  const roomSpread = h("span", { class: "vt-room-spread" });
  const ownWords = h("span", { class: "vt-room-own" });
  const roomWords = h("p", { class: "vt-room", id: room }, roomMedian, " ", roomSpread, " ", ownWords);
  const answer = h("span", { class: "vt-answer", "aria-live": "polite" });
  const clear = h("button", { type: "button", class: "vt-clear" }, t("Clear"));
  const unsure = h("button", { type: "button", class: "vt-chip vt-unsure" }, t("I can't say"));

  const el = h(
    "section",
    { class: `vt-card vt-scale vt-${shape}`, role: "group", "aria-labelledby": title },
    h("h3", { id: title }, into(item.label, language)),
    h("p", { class: "vt-statement", id: statement }, into(item.statement, language)),
    track.el,
    roomWords,
    h("div", { class: "vt-foot" }, answer, clear, question.dont_know ? unsure : null),
  );

  function draw() {
    track.update({ value, locked, room: result });
    attribute(unsure, "aria-pressed", value === "dont_know" ? "true" : "false");
    attribute(unsure, "aria-disabled", locked ? "true" : null);
    clear.hidden = typeof value !== "number" || locked;
    write(answer, saidOf(value, words, t));
    el.classList.toggle("vt-answered", value !== null);
    el.classList.toggle("vt-locked", locked);
  }

  function drawRoom() {
    roomWords.hidden = result === undefined;
    write(ownWords, typeof own === "number" ? t("You answered {answer} yourself", { answer: own }) : "");
    if (result) {
      write(
        roomMedian,
        t("Room's median {median} (n = {n})", {
          median: number(result.median, language),
          n: result.n,
        }),
      );
      const range = rangeOf(result, language);
      write(roomSpread, range && t("Half of the answers: {range}", { range }));
    } else if (result === null) {
      write(roomMedian, t("Fewer than {minimum} answers: not shown", { minimum }));
      write(roomSpread, "");
    }
  }

  /** @param {Value} next */
  function choose(next) {
    if (locked) return;
    value = next;
    draw();
    onChange(value);
  }

  unsure.addEventListener("click", () => choose(value === "dont_know" ? null : "dont_know"));
  clear.addEventListener("click", () => {
    choose(null);
    track.focus();
  });
  attribute(track.slider, "aria-describedby", `${statement} ${room}`);
  // The slider says its own value when it has the focus; the words below stay quiet then.
  track.slider.addEventListener("focus", () => attribute(answer, "aria-live", "off"));
  track.slider.addEventListener("blur", () => attribute(answer, "aria-live", "polite"));

  draw();
  drawRoom();
  return {
    el,
    update(now) {
      // What the hand is doing wins over what arrives while it is doing it.
      if (!track.held || now.locked) value = now.value;
      locked = now.locked;
      result = now.result;
      own = now.own;
      draw();
      drawRoom();
    },
  };
}
