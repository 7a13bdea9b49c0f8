/** The question kind "axes": a slider for each of two axes or three, and a map of the first two. */

import { attribute, h, into, number, uid, variable, write } from "../dom.js";
import { createTrack, rangeOf } from "../track.js";

/** @typedef {import("../types.js").Text} Text */
/** @typedef {import("../types.js").Language} Language */
/** @typedef {{title: Text, low: Text, high: Text}} Axis */
/** @typedef {Record<"top_left" | "top_right" | "bottom_left" | "bottom_right", Text>} Corners */
/**
 * @typedef {object} Axes
 * @property {Axis} x
 * @property {Axis} y
 * @property {Axis | null} z
 * @property {number} points
 * @property {Corners | null} corners
 * @property {boolean} dont_know
 */
/** @typedef {import("../types.js").Spread} Spread */
/** @typedef {{n: number, x: Spread, y: Spread, z?: Spread}} Place */
/** One point for each axis, null while it is not given. @typedef {(number | null)[]} Draft */

/**
 * The cell of a map that a place in its box belongs to; y grows upwards.
 *
 * @param {number} x from the left edge, 0–1
 * @param {number} y from the top edge, 0–1
 * @param {number} points of each axis
 * @returns {[number, number]}
 */
export function cell(x, y, points) {
  /** @param {number} share */
  const point = (share) => Math.min(points, Math.max(1, Math.floor(share * points) + 1));
  return [point(x), point(1 - y)];
}

/**
 * What is on the sliders when an answer comes from outside. A half-given place is kept: it is no
 * answer yet, so nobody else knows of it.
 *
 * @param {Draft} draft
 * @param {import("../types.js").Value} value
 * @returns {Draft}
 */
export function taken(draft, value) {
  if (Array.isArray(value)) return [...value];
  return value === null && draft.includes(null) ? draft : draft.map(() => null);
}

/** What an axis's points are called. @param {Axis} axis @param {number} points @param {Language} language */
function names({ low, high }, points, language) {
  return Array.from({ length: points }, (_, index) => {
    const end = index === 0 ? into(low, language) : index === points - 1 ? into(high, language) : "";
    return `${index + 1}/${points}${end ? `, ${end}` : ""}`;
  });
}

/** @param {import("../types.js").Translate} t */
export const how = (t) => t("Move the sliders or tap the map.");

/**
 * Draw one item.
 *
 * @param {Omit<import("../types.js").KindOptions, "question" | "result"> & {question: any, result: any}} options
 * @returns {import("../types.js").Card}
 */
export function render({ item, question, value, result, minimum, locked, language, t, shape, onChange }) {
  const { x, y, z, points, corners, dont_know } = /** @type {Axes} */ (question);
  const [title, statement, room] = [uid(), uid(), uid()];
  const axes = z ? [x, y, z] : [x, y];
  /** @type {Draft} */
  const untouched = axes.map(() => null);
  let draft = [...untouched];

  const tracks = axes.map((axis, index) =>
    createTrack({
      name: into(axis.title, language),
      about: title,
      words: names(axis, points, language),
      ends: [into(axis.low, language), into(axis.high, language)],
      t,
      onChoose(point) {
        draft[index] = point;
        give();
      },
    }),
  );

  const thumb = h("span", { class: "vt-map-thumb" });
  const half = h("span", { class: "vt-map-half" });
  const median = h("span", { class: "vt-map-median" });
  const map = h(
    "div",
    { class: "vt-map-box" },
    ...Object.entries(corners ?? {}).map(([corner, text]) =>
      h("span", { class: `vt-map-corner vt-${corner.replace("_", "-")}` }, into(text, language)),
    ),
    half,
    thumb,
    median,
  );
  variable(map, "--points", points);
  // The sliders say all that the map shows.
  const figure = h(
    "div",
    { class: "vt-map", "aria-hidden": "true" },
    h("span", { class: "vt-map-y" }, `↑ ${into(y.title, language)}`),
    map,
    h("span", { class: "vt-map-x" }, `${into(x.title, language)} →`),
  );

  const roomMedian = h("span", { class: "vt-room-median" });
  const roomSpread = h("span", { class: "vt-room-spread" });
  const roomWords = h("p", { class: "vt-room", id: room }, roomMedian, " ", roomSpread);
  const answer = h("span", { class: "vt-answer", "aria-live": "polite" });
  const clear = h("button", { type: "button", class: "vt-clear" }, t("Clear"));
  const unsure = h("button", { type: "button", class: "vt-chip vt-unsure" }, t("I can't say"));

  const el = h(
    "section",
    {
      class: `vt-card vt-axes vt-${shape}`,
      role: "group",
      "aria-labelledby": title,
      "aria-describedby": `${statement} ${room}`,
    },
    h("h3", { id: title }, into(item.label, language)),
    h("p", { class: "vt-statement", id: statement }, into(item.statement, language)),
    ...tracks.map((track) => track.el),
    figure,
    roomWords,
    h("div", { class: "vt-foot" }, answer, clear, dont_know ? unsure : null),
  );

  /** @param {HTMLElement} mark @param {number} across @param {number} up */
  function put(mark, across, up) {
    variable(mark, "--x", (across - 0.5) / points);
    variable(mark, "--y", (up - 0.5) / points);
  }

  const titles = axes.map(({ title }) => into(title, language));
  /** Say something of each axis. @param {(string | number)[]} each */
  const listed = (each) => each.map((words, index) => `${titles[index]} ${words}`).join(", ");
  /** The room's numbers by axis. @param {Place} there */
  const spreads = (there) => [there.x, there.y, ...(there.z ? [there.z] : [])];

  function said() {
    if (value === "dont_know") return t("I can't say");
    const missing = titles.filter((_, index) => !draft[index]);
    if (!missing.length) return listed(draft.map(Number));
    if (missing.length === axes.length) return t("You have not answered yet");
    return t("Still to set: {name}", { name: missing.join(", ") });
  }

  function draw() {
    tracks.forEach((track, index) => {
      track.update({ value: draft[index], locked, room: result ? spreads(result)[index] : null });
    });
    const [across, up] = draft;
    thumb.hidden = !across || !up;
    if (across && up) put(thumb, across, up);
    clear.hidden = locked || draft.every((point) => point === null);
    attribute(unsure, "aria-pressed", value === "dont_know" ? "true" : "false");
    attribute(unsure, "aria-disabled", locked ? "true" : null);
    write(answer, said());
    el.classList.toggle("vt-answered", value !== null);
    el.classList.toggle("vt-locked", locked);
  }

  /** Put the middle half on the map, unless it is hidden. @param {Place} there */
  function drawHalf({ x, y }) {
    if (x.q1 === null || y.q1 === null) return false;
    put(half, x.q1, y.q1);
    variable(half, "--width", (x.q3 - x.q1) / points);
    variable(half, "--height", (y.q3 - y.q1) / points);
    return true;
  }

  function drawRoom() {
    const there = /** @type {Place | null | undefined} */ (result);
    median.hidden = !there;
    half.hidden = !there || !drawHalf(there);
    roomWords.hidden = there === undefined;
    if (there) {
      put(median, there.x.median, there.y.median);
      const middle = listed(spreads(there).map(({ median }) => number(median, language)));
      write(roomMedian, t("Room's median {median} (n = {n})", { median: middle, n: there.n }));
      const ranges = spreads(there).map((along) => rangeOf(along, language));
      const range = ranges.every(Boolean) && listed(ranges);
      write(roomSpread, range ? t("Half of the answers: {range}", { range }) : "");
    } else if (there === null) {
      write(roomMedian, t("Fewer than {minimum} answers: not shown", { minimum }));
      write(roomSpread, "");
    }
  }

  /** The place on the sliders becomes the answer once all are set. */
  function give() {
    const before = value;
    value = draft.includes(null) ? null : [...draft];
    draw();
    if (value !== null || before !== null) onChange(value);
  }

  map.addEventListener("click", (event) => {
    if (locked) return;
    const box = map.getBoundingClientRect();
    const across = (event.clientX - box.left) / box.width;
    const down = (event.clientY - box.top) / box.height;
    draft = [...cell(across, down, points), ...draft.slice(2)];
    give();
  });
  unsure.addEventListener("click", () => {
    if (locked) return;
    draft = [...untouched];
    value = value === "dont_know" ? null : "dont_know";
    draw();
    onChange(value);
  });
  clear.addEventListener("click", () => {
    draft = [...untouched];
    give();
    tracks[0].focus();
  });

  draft = taken(draft, value);
  draw();
  drawRoom();
  return {
    el,
    update(now) {
      // What the hand is doing wins over what arrives while it is doing it.
      if (!tracks.some((track) => track.held) || now.locked) {
        draft = taken(draft, now.value);
        value = now.value;
      }
      locked = now.locked;
      result = now.result;
      draw();
      drawRoom();
    },
  };
}
