/** The leader's clock: how the step keeps to its plan, and a countdown that the room sees. */
import { attribute, h, write } from "../dom.js";
import { left, minutesAndSeconds, pace, ticking } from "../timing.js";

/** @typedef {import("../timing.js").Timing} Timing */

const COUNTDOWNS = [2, 5, 10];

/**
 * @param {import("../types.js").Translate} t
 * @param {(minutes: number | null) => void} countDown
 */
export function timeOf(t, countDown) {
  const clock = h("p", { class: "vt-conductor-clock" });
  const running = h("b", { class: "vt-conductor-countdown", role: "timer" });
  const stop = h(
    "button",
    { type: "button", class: "vt-chip", onclick: () => countDown(null) },
    t("Stop the timer"),
  );
  const starts = COUNTDOWNS.map((minutes) =>
    h(
      "button",
      {
        type: "button",
        class: "vt-chip",
        onclick: () => countDown(minutes),
      },
      t("{n} min", { n: minutes }),
    ),
  );
  const timer = h(
    "div",
    { class: "vt-conductor-choices", role: "group", "aria-label": t("Timer for the room") },
    h("span", { class: "vt-conductor-clock" }, t("Timer for the room")),
    running,
    stop,
    ...starts,
  );
  // Hidden until it is known what to show.
  const el = h("div", { class: "vt-conductor-time", hidden: true }, clock, timer);
  /** @type {Timing | null} */
  let timing = null;

  const ticks = ticking((now) => {
    if (!timing) return;
    const going = pace(timing, now);
    attribute(el, "hidden", going === null);
    if (going) write(clock, words(going, timing.planned, t));
    attribute(clock, "data-late", going && going.late > 0 ? "true" : null);
    const seconds = left(timing.countdown, now);
    write(running, seconds === null ? "" : minutesAndSeconds(seconds));
    for (const part of [running, stop]) attribute(part, "hidden", seconds === null);
    for (const start of starts) attribute(start, "hidden", seconds !== null);
  });

  return {
    el,
    /** @param {Timing} newest */
    set(newest) {
      if (newest?.now === undefined) return;
      timing = newest;
      ticks.set(newest.now);
    },
    stop: ticks.stop,
  };
}

/**
 * @param {{ minutes: number, late: number }} going
 * @param {number} planned
 * @param {import("../types.js").Translate} t
 */
function words({ minutes, late }, planned, t) {
  const here = t("{n} min of {planned}", { n: minutes, planned });
  let how = t("on time");
  if (late > 0) how = t("{n} min behind the plan", { n: late });
  if (late < 0) how = t("{n} min ahead of the plan", { n: -late });
  return `${here} · ${how}`;
}
