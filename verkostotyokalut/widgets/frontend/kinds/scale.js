/** The question kind "scale": a slider of a few points that has no value until it is touched. */

import { attribute, h, into, number, uid, write } from "../dom.js";

/** @typedef {import("../types.js").Value} Value */

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
  minimum,
  locked,
  language,
  t,
  shape,
  onChange,
}) {
  const count = question.points.length;
  const words = question.points.map((point) => into(point, language));
  const [title, statement, room] = [uid(), uid(), uid()];
  /** Where a point is on the rail, 0–1. @param {number} point */
  const share = (point) => (count > 1 ? (point - 1) / (count - 1) : 0);
  /** @param {HTMLElement} el @param {number} at */
  const place = (el, at) => (el.style.setProperty("--at", String(at)), el);

  const fill = h("span", { class: "vt-fill" });
  const thumb = h("span", { class: "vt-thumb" });
  const rail = h("span", { class: "vt-rail" });
  const track = h(
    "div",
    {
      class: "vt-track",
      role: "slider",
      tabindex: 0,
      "aria-labelledby": title,
      "aria-describedby": `${statement} ${room}`,
      "aria-orientation": "horizontal",
      "aria-valuemax": count,
    },
    rail,
    fill,
    ...words.map((_, index) => place(h("span", { class: "vt-dot" }), share(index + 1))),
    thumb,
  );
  const less = h("button", { type: "button", class: "vt-pm", "aria-label": t("Less") }, "−");
  const more = h("button", { type: "button", class: "vt-pm", "aria-label": t("More") }, "+");
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
  const roomMedian = h("span", { class: "vt-room-median" });
  const roomSpread = h("span", { class: "vt-room-spread" });
  const roomWords = h("p", { class: "vt-room", id: room }, roomMedian, " ", roomSpread);
  const answer = h("span", { class: "vt-answer", "aria-live": "polite" });
  const clear = h("button", { type: "button", class: "vt-clear" }, t("Clear"));
  const unsure = h("button", { type: "button", class: "vt-chip vt-unsure" }, t("I can't say"));
  const low = into(item.low, language) || words[0];
  const high = into(item.high, language) || words[count - 1];

  const el = h(
    "section",
    { class: `vt-card vt-scale vt-${shape}`, role: "group", "aria-labelledby": title },
    h("h3", { id: title }, into(item.label, language)),
    h("p", { class: "vt-statement", id: statement }, into(item.statement, language)),
    h("div", { class: "vt-row" }, less, track, more, laneName, lane),
    h("div", { class: "vt-ends", "aria-hidden": "true" }, h("span", {}, low), h("span", {}, high)),
    roomWords,
    h("div", { class: "vt-foot" }, answer, clear, question.dont_know ? unsure : null),
  );

  /** The pointer down on the track. @type {{id: number, x: number, dragging: boolean} | null} */
  let pointer = null;

  function draw() {
    const chosen = typeof value === "number" ? value : 0;
    const said = chosen
      ? words[chosen - 1]
      : value
        ? t("I can't say")
        : t("You have not answered yet");
    attribute(track, "aria-valuemin", chosen ? 1 : 0);
    attribute(track, "aria-valuenow", chosen);
    attribute(track, "aria-valuetext", said);
    attribute(track, "aria-readonly", locked ? "true" : null);
    attribute(track, "aria-disabled", locked ? "true" : null);
    attribute(less, "aria-disabled", locked || value === 1 ? "true" : null);
    attribute(more, "aria-disabled", locked || value === count ? "true" : null);
    attribute(unsure, "aria-pressed", value === "dont_know" ? "true" : "false");
    attribute(unsure, "aria-disabled", locked ? "true" : null);
    thumb.hidden = fill.hidden = !chosen;
    clear.hidden = !chosen || locked;
    if (chosen) {
      write(thumb, String(chosen));
      place(thumb, share(chosen));
      place(fill, share(chosen));
    }
    write(answer, said);
    el.classList.toggle("vt-answered", value !== null);
    el.classList.toggle("vt-locked", locked);
  }

  function drawRoom() {
    lane.hidden = laneName.hidden = !result;
    roomWords.hidden = result === undefined;
    if (result) {
      band.style.setProperty("--from", String(share(result.q1)));
      band.style.setProperty("--to", String(share(result.q3)));
      place(median, share(result.median));
      write(
        roomMedian,
        t("Room's median {median} (n = {n})", {
          median: number(result.median, language),
          n: result.n,
        }),
      );
      const [from, to] = [number(result.q1, language), number(result.q3, language)];
      write(
        roomSpread,
        t("Half of the answers: {range}", { range: from === to ? from : `${from}–${to}` }),
      );
    } else if (result === null) {
      write(roomMedian, t("Fewer than {minimum} answers: not shown", { minimum }));
      write(roomSpread, "");
    }
  }

  /** @param {Value} next */
  function choose(next) {
    if (locked || next === value) return;
    value = next;
    draw();
    onChange(value);
  }

  /** @param {PointerEvent} event */
  function point(event) {
    const box = rail.getBoundingClientRect();
    choose(nearest(event.clientX, box.left, box.width, count));
  }

  less.addEventListener("click", () => choose(step(value, -1, count)));
  more.addEventListener("click", () => choose(step(value, 1, count)));
  unsure.addEventListener("click", () => choose(value === "dont_know" ? null : "dont_know"));
  clear.addEventListener("click", () => {
    choose(null);
    track.focus({ preventScroll: true });
  });
  track.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = keyed(value, event.key, count);
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
  });
  // The slider says its own value when it has the focus; the words below stay quiet then.
  track.addEventListener("focus", () => attribute(answer, "aria-live", "off"));
  track.addEventListener("blur", () => attribute(answer, "aria-live", "polite"));
  // A finger that lands on the track to scroll the page must not answer: touch waits for a
  // sideways move or for the finger to lift. The browser cancels the pointer when it scrolls.
  track.addEventListener("pointerdown", (event) => {
    if (locked || event.button !== 0 || pointer) return;
    pointer = { id: event.pointerId, x: event.clientX, dragging: event.pointerType === "mouse" };
    track.setPointerCapture(event.pointerId);
    if (pointer.dragging) point(event);
  });
  track.addEventListener("pointermove", (event) => {
    if (pointer?.id !== event.pointerId) return;
    pointer.dragging ||= Math.abs(event.clientX - pointer.x) > SLACK;
    if (pointer.dragging) point(event);
  });
  track.addEventListener("pointerup", (event) => {
    if (pointer?.id !== event.pointerId) return;
    point(event);
    pointer = null;
  });
  track.addEventListener("pointercancel", () => {
    pointer = null;
  });

  draw();
  drawRoom();
  return {
    el,
    update(now) {
      // What the hand is doing wins over what arrives while it is doing it.
      if (!pointer?.dragging || now.locked) value = now.value;
      locked = now.locked;
      result = now.result;
      if (locked) pointer = null;
      draw();
      drawRoom();
    },
  };
}
