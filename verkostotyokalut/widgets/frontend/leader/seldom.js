/** Passes on the newest of many values, but seldom: for what a screen reader says aloud. */

/**
 * @template T
 * @param {(value: T) => void} say
 * @param {number} pause the shortest time between two values, in milliseconds
 */
export function seldom(say, pause) {
  /** @type {T | undefined} */
  let said;
  /** @type {T | undefined} */
  let newest;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function pass() {
    timer = undefined;
    if (newest === said || newest === undefined) return;
    said = newest;
    say(newest);
    timer = setTimeout(pass, pause);
  }

  return {
    /** @param {T} value */
    offer(value) {
      newest = value;
      if (timer === undefined) pass();
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
