/** A slider with − and +, without a value until it is touched: kinds with several use it for each. */

import { attribute, h, uid, write } from "./dom.js";
import { keyed, nearest, step } from "./kinds/scale.js";

/** A finger has to move this far sideways (CSS pixels) before it drags rather than taps. */
const SLACK = 6;

/**
 * @typedef {object} Spread a room's median and middle half
 * @property {number} median
 * @property {number} q1
 * @property {number} q3
 */

/**
 * Make a slider of the points 1 to `count` and its name above it.
 *
 * @param {object} options
 * @param {string} options.name what it sets, for everybody
 * @param {string} options.about the id of the element that says what of
 * @param {string[]} options.words what each point is called
 * @param {string[]} options.ends what stands under the first and the last point, if anything
 * @param {import("./types.js").Translate} options.t
 * @param {(value: number | null) => void} options.onChoose
 */
export function createTrack({ name, about, words, ends, t, onChoose }) {
  const count = words.length;
  const title = uid();
  /** Where a point is on the rail, 0–1. @param {number} point */
  const share = (point) => (point - 1) / (count - 1);
  /** @param {HTMLElement} el @param {number} at */
  const place = (el, at) => (el.style.setProperty("--at", String(at)), el);

  const fill = h("span", { class: "vt-fill" });
  const thumb = h("span", { class: "vt-thumb" });
  const rail = h("span", { class: "vt-rail" });
  const slider = h(
    "div",
    {
      class: "vt-track",
      role: "slider",
      tabindex: 0,
      "aria-labelledby": `${about} ${title}`,
      "aria-orientation": "horizontal",
      "aria-valuemax": count,
    },
    rail,
    fill,
    ...words.map((_, index) => place(h("span", { class: "vt-dot" }), share(index + 1))),
    thumb,
  );
  const less = h("button", { type: "button", class: "vt-pm" }, "−");
  const more = h("button", { type: "button", class: "vt-pm" }, "+");
  attribute(less, "aria-label", `${name}: ${t("Less")}`);
  attribute(more, "aria-label", `${name}: ${t("More")}`);
  const band = h("span", { class: "vt-band" });
  const median = h("span", { class: "vt-median" });
  const lane = h(
    "div",
    { class: "vt-lane", "aria-hidden": "true" },
    h("span", { class: "vt-lane-rail" }),
    band,
    median,
  );
  const laneName = h("span", { class: "vt-lane-name", "aria-hidden": "true" }, t("Room"));
  const el = h(
    "div",
    { class: "vt-slider" },
    h("p", { class: "vt-slider-name", id: title }, name),
    h("div", { class: "vt-row" }, less, slider, more, laneName, lane),
    ends.length
      ? h("div", { class: "vt-ends", "aria-hidden": "true" }, ...ends.map((end) => h("span", {}, end)))
      : null,
  );

  /** @type {number | null} */
  let value = null;
  let locked = false;
  /** The pointer down on the track. @type {{id: number, x: number, dragging: boolean} | null} */
  let pointer = null;

  /** @param {number | null} next */
  function choose(next) {
    if (locked || next === value) return;
    value = next;
    draw();
    onChoose(value);
  }

  /** @param {PointerEvent} event */
  function point(event) {
    const box = rail.getBoundingClientRect();
    choose(nearest(event.clientX, box.left, box.width, count));
  }

  function draw() {
    attribute(slider, "aria-valuemin", value ? 1 : 0);
    attribute(slider, "aria-valuenow", value ?? 0);
    attribute(slider, "aria-valuetext", value ? words[value - 1] : t("You have not answered yet"));
    attribute(slider, "aria-readonly", locked ? "true" : null);
    attribute(slider, "aria-disabled", locked ? "true" : null);
    attribute(less, "aria-disabled", locked || value === 1 ? "true" : null);
    attribute(more, "aria-disabled", locked || value === count ? "true" : null);
    thumb.hidden = fill.hidden = !value;
    if (!value) return;
    write(thumb, String(value));
    place(thumb, share(value));
    place(fill, share(value));
  }

  less.addEventListener("click", () => choose(step(value, -1, count)));
  more.addEventListener("click", () => choose(step(value, 1, count)));
  slider.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = keyed(value, event.key, count);
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
  });
  // As in the kind "scale": touch waits for a sideways move or for the finger to lift, so that a
  // finger that lands here to scroll the page does not answer.
  slider.addEventListener("pointerdown", (event) => {
    if (locked || event.button !== 0 || pointer) return;
    pointer = { id: event.pointerId, x: event.clientX, dragging: event.pointerType === "mouse" };
    slider.setPointerCapture(event.pointerId);
    if (pointer.dragging) point(event);
  });
  slider.addEventListener("pointermove", (event) => {
    if (pointer?.id !== event.pointerId) return;
    pointer.dragging ||= Math.abs(event.clientX - pointer.x) > SLACK;
    if (pointer.dragging) point(event);
  });
  slider.addEventListener("pointerup", (event) => {
    if (pointer?.id !== event.pointerId) return;
    point(event);
    pointer = null;
  });
  slider.addEventListener("pointercancel", () => {
    pointer = null;
  });

  return {
    el,
    focus: () => slider.focus({ preventScroll: true }),
    /** Whether a hand is moving it right now. */
    get held() {
      return Boolean(pointer?.dragging);
    },
    /** @param {{value: number | null, locked: boolean, room?: Spread | null}} now */
    update(now) {
      value = now.value;
      locked = now.locked;
      if (locked) pointer = null;
      draw();
      lane.hidden = laneName.hidden = !now.room;
      if (!now.room) return;
      band.style.setProperty("--from", String(share(now.room.q1)));
      band.style.setProperty("--to", String(share(now.room.q3)));
      place(median, share(now.room.median));
    },
  };
}
