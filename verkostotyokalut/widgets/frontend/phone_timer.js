/** The time that is left for the room, above whatever the phone shows. */
import { attribute, h, write } from "./dom.js";
import { left, minutesAndSeconds, ticking } from "./timing.js";

export function createTimer() {
  const el = h("p", { class: "vt vt-timer", role: "timer", hidden: true });
  /** @type {{ version: number, end: number | null } | null} */
  let told = null;
  let words = { running: "", up: "" };

  const ticks = ticking((now) => {
    const seconds = left(told?.end ?? null, now);
    attribute(el, "hidden", seconds === null);
    if (seconds !== null) write(el, seconds ? `${words.running} ${minutesAndSeconds(seconds)}` : words.up);
    else ticks.stop(); // a page that counts nothing sleeps
  });

  return {
    el,
    /**
     * @param {import("./types.js").State} state
     * @param {import("./types.js").Language} language
     * @param {import("./types.js").Translate} t
     */
    update(state, language, t) {
      const now = Date.now();
      // The same state again counts from the moment at which it first came.
      if (told?.version !== state.version) {
        const end = state.countdown === null ? null : now + state.countdown * 1000;
        told = { version: state.version, end };
      }
      words = { running: t("Time left"), up: t("Time is up") };
      attribute(el, "lang", language);
      ticks.set(now);
    },
  };
}
