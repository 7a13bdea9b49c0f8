/**
 * Lets a button through once: a double click, or a second press while the first is under way,
 * does nothing.
 */

/** How long a press at least holds: a double click must not hit what came in the button's place. */
export const HOLD = 600;
/** How long the answer is waited for. */
export const PATIENCE = 5_000;

/**
 * @param {(held: boolean, answered: boolean) => void} onChange called when the buttons are held
 *   and when they are let go; `answered` tells whether it was an answer that let them go
 */
export function pressGuard(onChange) {
  let held = false;
  let pressedAt = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {boolean} answered */
  function release(answered) {
    clearTimeout(timer);
    held = false;
    onChange(false, answered);
  }

  return {
    /** @returns {boolean} whether this press counts */
    press() {
      if (held) return false;
      held = true;
      pressedAt = Date.now();
      timer = setTimeout(() => release(false), PATIENCE);
      onChange(true, false);
      return true;
    },
    /** What the press asked for has happened. */
    answer() {
      if (!held) return;
      clearTimeout(timer);
      timer = setTimeout(() => release(true), Math.max(0, pressedAt + HOLD - Date.now()));
    },
    get held() {
      return held;
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
