/** Clocks that a page runs by itself, from the moments that the kernel has told. */

/**
 * @typedef {object} Timing moments in milliseconds; null where there is none
 * @property {number} now when the kernel told it
 * @property {number | null} began
 * @property {number | null} turned
 * @property {number | null} countdown
 * @property {number} before minutes planned for the steps before this one
 * @property {number} planned minutes planned for this one
 */

const MINUTE = 60_000;

/**
 * How the workshop keeps to its plan.
 *
 * @param {Timing} timing
 * @param {number} now
 * @returns {{ minutes: number, late: number } | null} whole minutes in this step, and how many
 *   behind the plan (less than 0: ahead of it); null before the start and after the end
 */
export function pace({ began, turned, before, planned }, now) {
  if (began === null || turned === null) return null;
  const came = (turned - began) / MINUTE - before;
  const inStep = (now - turned) / MINUTE;
  // What the end is late by if this step and the rest take their time.
  const late = came + Math.max(0, inStep - planned);
  return { minutes: Math.floor(inStep), late: Math.trunc(late) };
}

/**
 * What is left of a countdown.
 *
 * @param {number | null} end
 * @param {number} now
 * @returns {number | null} whole seconds, 0 when the time is up
 */
export function left(end, now) {
  return end === null ? null : Math.max(0, Math.ceil((end - now) / 1000));
}

/** @param {number} seconds */
export function minutesAndSeconds(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/**
 * Call `tick` every second from when it is `set` until it is stopped, with the time by the
 * kernel's clock.
 *
 * @param {(now: number) => void} tick
 */
export function ticking(tick) {
  let ahead = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer;
  return {
    /** @param {number} now the kernel's time, just told */
    set(now) {
      ahead = Date.now() - now;
      timer ??= setInterval(() => tick(Date.now() - ahead), 1000);
      tick(now);
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}
