/** A slider with − and +, without a value until it is touched. */

import { attribute, h, number, uid, variable, write } from "./dom.js";

/** @typedef {import("./types.js").Spread} Spread */
/** @typedef {import("./types.js").Value} Value */

/** A finger has to move this far sideways (CSS pixels) before it drags rather than taps. */
const SLACK = 6;

/**
 * The value after a tap on − or +: an untouched scale starts from its middle.
 *
 * @param {Value} value
 * @param {number} by
 * @param {number} count number of points
 */
export function step(value, by, count) {
  if (typeof value !== "number") return Math.ceil(count / 2);
  return Math.min(count, Math.max(1, value + by));
}

/**
 * The value after a key on the track; undefined when the key means nothing here.
 *
 * @param {Value} value
 * @param {string} key
 * @param {number} count number of points
 * @returns {Value | undefined}
 */
export function keyed(value, key, count) {
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
    case "PageUp":
      return step(value, 1, count);
    case "ArrowLeft":
    case "ArrowDown":
    case "PageDown":
      return step(value, -1, count);
    case "Home":
      return 1;
    case "End":
      return count;
    case "Delete":
    case "Backspace":
      return null;
  }
  const digit = /^\d$/.test(key) ? Number(key) || 10 : NaN;
  return digit <= count ? digit : undefined;
}

/**
 * The point nearest to a place on the rail.
 *
 * @param {number} x
 * @param {number} left where the first point is
 * @param {number} width from the first point to the last
 * @param {number} count number of points
 */
export function nearest(x, left, width, count) {
  if (width <= 0) return 1;
  const place = Math.round(((x - left) / width) * (count - 1)) + 1;
  return Math.min(count, Math.max(1, place));
}

/**
 * An answer in words: a point's own, or why there is none.
 *
 * @param {Value} value
 * @param {string[]} words what each point is called
 * @param {import("./types.js").Translate} t
 */
export function saidOf(value, words, t) {
  if (typeof value === "number") return words[value - 1];
  return value ? t("I can't say") : t("You have not answered yet");
}

/**
 * A middle half in digits, such as "2–4"; nothing where it is hidden.
 *
 * @param {import("./types.js").Half} half
 * @param {import("./types.js").Language} language
 */
export function rangeOf({ q1, q3 }, language) {
  if (q1 === null) return "";
  const [from, to] = [number(q1, language), number(q3, language)];
  return from === to ? from : `${from}–${to}`;
}

/**
 * Make a slider of the points 1 to `count`.
 *
 * @param {object} options
 * @param {string} [options.name] what it sets, written above it; where there are several of them
 * @param {string} options.about the id of the element that says what of
 * @param {string[]} options.words what each point is called
 * @param {string[]} options.ends what stands under the first and the last point, if anything
 * @param {import("./types.js").Translate} options.t
 * @param {(value: Value) => void} options.onChoose
 */
export function createTrack({ name, about, words, ends, t, onChoose }) {
  const count = words.length;
  const title = uid();
  /** Where a point is on the rail, 0–1. @param {number} point */
  const share = (point) => (point - 1) / (count - 1);
  /** @param {HTMLElement} el @param {number} at */
  const place = (el, at) => variable(el, "--at", at);

  const fill = h("span", { class: "vt-fill" });
  const thumb = h("span", { class: "vt-thumb" });
  const rail = h("span", { class: "vt-rail" });
  const slider = h(
    "div",
    {
      class: "vt-track",
      role: "slider",
      tabindex: 0,
      "aria-labelledby": name ? `${about} ${title}` : about,
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
  attribute(less, "aria-label", name ? `${name}: ${t("Less")}` : t("Less"));
  attribute(more, "aria-label", name ? `${name}: ${t("More")}` : t("More"));
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
    { class: name ? "vt-slider" : null },
    name ? h("p", { class: "vt-slider-name", id: title }, name) : null,
    h("div", { class: "vt-row" }, less, slider, more, laneName, lane),
    ends.length
      ? h("div", { class: "vt-ends", "aria-hidden": "true" }, ...ends.map((end) => h("span", {}, end)))
      : null,
  );

  /** @type {Value} */
  let value = null;
  let locked = false;
  /** The pointer down on the track. @type {{id: number, x: number, dragging: boolean} | null} */
  let pointer = null;

  /** @param {Value} next */
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
    const chosen = typeof value === "number" ? value : 0;
    attribute(slider, "aria-valuemin", chosen ? 1 : 0);
    attribute(slider, "aria-valuenow", chosen);
    attribute(slider, "aria-valuetext", saidOf(value, words, t));
    attribute(slider, "aria-readonly", locked ? "true" : null);
    attribute(slider, "aria-disabled", locked ? "true" : null);
    attribute(less, "aria-disabled", locked || value === 1 ? "true" : null);
    attribute(more, "aria-disabled", locked || value === count ? "true" : null);
    thumb.hidden = fill.hidden = !chosen;
    if (!chosen) return;
    write(thumb, String(chosen));
    place(thumb, share(chosen));
    place(fill, share(chosen));
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
  // A finger that lands on the track to scroll the page must not answer: touch waits for a
  // sideways move or for the finger to lift. The browser cancels the pointer when it scrolls.
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
    slider,
    focus: () => slider.focus({ preventScroll: true }),
    /** Whether a hand is moving it right now. */
    get held() {
      return Boolean(pointer?.dragging);
    },
    /** @param {{value: Value, locked: boolean, room?: Spread | null}} now */
    update(now) {
      value = now.value;
      locked = now.locked;
      if (locked) pointer = null;
      draw();
      lane.hidden = laneName.hidden = !now.room;
      if (!now.room) return;
      place(median, share(now.room.median));
      const { q1, q3 } = now.room;
      band.hidden = q1 === null;
      if (q1 === null) return;
      variable(band, "--from", share(q1));
      variable(band, "--to", share(q3));
    },
  };
}
