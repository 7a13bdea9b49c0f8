/** The question kind "pair": the same scale twice, as it is now and as one wants it to be. */

import { attribute, h, into, number, uid, write } from "../dom.js";
import { createTrack } from "../track.js";

/** @typedef {"now" | "wanted"} View */
/** @typedef {{now?: number, wanted?: number}} Points */
/** @typedef {import("../types.js").Spread & {n: number}} Room */
/** @typedef {Record<View, Room | null>} Result */

/** @type {View[]} */
const VIEWS = ["now", "wanted"];

/**
 * The answer after one of its points has been set or taken back; null when none is left.
 *
 * @param {import("../types.js").Value} value
 * @param {View} view
 * @param {number | null} point
 * @returns {Points | null}
 */
export function set(value, view, point) {
  /** @type {Points} */
  const points = value && value !== "dont_know" ? { ...value } : {};
  if (point === null) delete points[view];
  else points[view] = point;
  return Object.keys(points).length ? points : null;
}

/**
 * Draw one item.
 *
 * @param {Omit<import("../types.js").KindOptions, "question" | "result"> & {question: any, result: any}} options
 * @returns {import("../types.js").Card}
 */
export function render({ item, question, value, result, minimum, locked, language, t, shape, onChange }) {
  const words = question.points.map((/** @type {import("../types.js").Text} */ point) =>
    into(point, language),
  );
  const [title, statement, room] = [uid(), uid(), uid()];
  const names = { now: t("Now"), wanted: t("Wanted") };
  const tracks = VIEWS.map((view) =>
    createTrack({
      name: names[view],
      about: title,
      words,
      ends: [],
      t,
      onChoose: (point) => choose(set(value, view, point)),
    }),
  );
  const roomWords = h(
    "p",
    { class: "vt-room", id: room },
    ...VIEWS.map(() => h("span", { class: "vt-room-view" })),
  );
  const answer = h("span", { class: "vt-answer", "aria-live": "polite" });
  const clear = h("button", { type: "button", class: "vt-clear" }, t("Clear"));
  const unsure = h("button", { type: "button", class: "vt-chip vt-unsure" }, t("I can't say"));
  const ends = [into(item.low, language), into(item.high, language)];
  const el = h(
    "section",
    {
      class: `vt-card vt-pair vt-${shape}`,
      role: "group",
      "aria-labelledby": title,
      "aria-describedby": `${statement} ${room}`,
    },
    h("h3", { id: title }, into(item.label, language)),
    h("p", { class: "vt-statement", id: statement }, into(item.statement, language)),
    ...tracks.map((track) => track.el),
    h("div", { class: "vt-ends" }, ...ends.map((end) => h("span", {}, end))),
    roomWords,
    h("div", { class: "vt-foot" }, answer, clear, question.dont_know ? unsure : null),
  );

  /** @param {View} view @returns {number | null} */
  const point = (view) => (value && value !== "dont_know" ? (value[view] ?? null) : null);

  function said() {
    if (value === null) return t("You have not answered yet");
    if (value === "dont_know") return t("I can't say");
    return VIEWS.filter((view) => point(view) !== null)
      .map((view) => `${names[view]}: ${words[(point(view) ?? 1) - 1]}`)
      .join(" → ");
  }

  /** @param {Room | null} there */
  function roomSays(there) {
    if (!there) return t("Fewer than {minimum} answers: not shown", { minimum });
    return t("Room's median {median} (n = {n})", {
      median: number(there.median, language),
      n: there.n,
    });
  }

  function draw() {
    VIEWS.forEach((view, index) => {
      tracks[index].update({ value: point(view), locked, room: result?.[view] ?? null });
      write(roomWords.children[index], `${names[view]}: ${roomSays(result?.[view] ?? null)}`);
    });
    roomWords.hidden = result === undefined;
    clear.hidden = locked || value === null || value === "dont_know";
    attribute(unsure, "aria-pressed", value === "dont_know" ? "true" : "false");
    attribute(unsure, "aria-disabled", locked ? "true" : null);
    write(answer, said());
    el.classList.toggle("vt-answered", value !== null);
    el.classList.toggle("vt-locked", locked);
  }

  /** @param {import("../types.js").Value} next */
  function choose(next) {
    if (locked) return;
    value = next;
    draw();
    onChange(value);
  }

  unsure.addEventListener("click", () => choose(value === "dont_know" ? null : "dont_know"));
  clear.addEventListener("click", () => {
    choose(null);
    tracks[0].focus();
  });

  draw();
  return {
    el,
    update(now) {
      // What the hand is doing wins over what arrives while it is doing it.
      if (!tracks.some((track) => track.held) || now.locked) value = now.value;
      locked = now.locked;
      result = now.result;
      draw();
    },
  };
}
