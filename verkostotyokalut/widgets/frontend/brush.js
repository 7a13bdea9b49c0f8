/**
 * Draws a figure's frames: marks at once, words at most once a second.
 *
 * Between two frames of a live picture mostly the outlines of its shapes change. Plotly takes 30 to
 * 45 ms to see to that in a large room, the browser alone less than one: our figures are drawn in
 * CSS pixels, so that a shape's path is its outline as it is. Whatever else changes goes through
 * Plotly, and words that would flicker wait for each other.
 */

const WORDS_PAUSE = 1000; // milliseconds

/**
 * @typedef {object} Figure
 * @property {unknown[]} data
 * @property {{shapes?: {path: string}[]} & Record<string, unknown>} layout
 * @property {object} config
 */

/**
 * Whether two figures differ in nothing but the outlines of their shapes and in words.
 *
 * @param {Figure} one
 * @param {Figure} other
 * @returns {"same" | "words" | "different"}
 */
export function compare(one, other) {
  const [bones, others] = [one, other].map(({ layout }) =>
    JSON.stringify({ ...layout, shapes: (layout.shapes ?? []).map((shape) => ({ ...shape, path: "" })) }),
  );
  if (bones !== others || one.data.length !== other.data.length) return "different";
  return JSON.stringify(one.data) === JSON.stringify(other.data) ? "same" : "words";
}

/**
 * @param {HTMLElement} canvas
 * @param {{ now: () => number, later: (callback: () => void, wait: number) => any, cancel: (timer: any) => void }} clock
 */
export function createBrush(
  canvas,
  clock = {
    now: () => performance.now(),
    later: (callback, wait) => setTimeout(callback, wait),
    cancel: (timer) => clearTimeout(timer),
  },
) {
  /** What Plotly has drawn. @type {Figure | null} */
  let drawn = null;
  /** What the page shows, its words perhaps still on their way. @type {Figure | null} */
  let shown = null;
  let spoken = -Infinity;
  /** @type {any} */
  let timer = null;

  /** @param {import("./plotly_loader.js").Plotly} library @param {Figure} figure */
  async function redraw(library, figure) {
    clock.cancel(timer);
    timer = null;
    spoken = clock.now();
    drawn = shown = figure;
    await library.react(canvas, figure.data, figure.layout, figure.config);
  }

  /** @param {Figure} before @param {Figure} figure whether every changed outline was found */
  function outline(before, figure) {
    const paths = canvas.querySelectorAll(".shapelayer path");
    const shapes = figure.layout.shapes ?? [];
    if (paths.length !== shapes.length) return false;
    shapes.forEach(({ path }, index) => {
      if (path !== before.layout.shapes?.[index]?.path) paths[index].setAttribute("d", path);
    });
    return true;
  }

  return {
    /** @param {import("./plotly_loader.js").Plotly} library @param {Figure} figure */
    async paint(library, figure) {
      const change = drawn && shown ? compare(drawn, figure) : "different";
      if (change === "different" || !outline(/** @type {Figure} */ (shown), figure)) {
        await redraw(library, figure);
        return;
      }
      shown = figure;
      clock.cancel(timer);
      timer = null;
      if (change === "same") return;
      const wait = spoken + WORDS_PAUSE - clock.now();
      if (wait <= 0) await redraw(library, figure);
      else timer = clock.later(() => void redraw(library, figure), wait);
    },
    /** @param {import("./plotly_loader.js").Plotly | null} library */
    wipe(library) {
      clock.cancel(timer);
      drawn = shown = timer = null;
      library?.purge(canvas);
    },
  };
}
