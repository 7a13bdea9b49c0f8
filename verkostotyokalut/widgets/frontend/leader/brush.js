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
 * What a figure consists of, apart; taken before Plotly gets it, since Plotly writes into it.
 *
 * @typedef {{paths: string[], words: string, rest: string}} Parts
 */

/**
 * @param {Figure} figure
 * @returns {Parts}
 */
export function parts({ data, layout }) {
  const shapes = layout.shapes ?? [];
  return {
    paths: shapes.map(({ path }) => path),
    words: JSON.stringify(data),
    rest: JSON.stringify({ ...layout, shapes: shapes.map((shape) => ({ ...shape, path: "" })) }),
  };
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
  /** What Plotly has drawn, its outlines as they are shown. @type {Parts | null} */
  let shown = null;
  let spoken = -Infinity;
  /** @type {any} */
  let timer = null;

  /** @param {import("./plotly_loader.js").Plotly} library @param {Figure} figure @param {Parts} now */
  async function redraw(library, figure, now) {
    clock.cancel(timer);
    timer = null;
    spoken = clock.now();
    shown = now;
    await library.react(canvas, figure.data, figure.layout, figure.config);
  }

  /** @param {string[]} before @param {string[]} now whether the page has all the outlines */
  function outline(before, now) {
    const elements = canvas.querySelectorAll(".shapelayer path");
    if (elements.length !== now.length) return false;
    now.forEach((path, index) => {
      if (path !== before[index]) elements[index].setAttribute("d", path);
    });
    return true;
  }

  return {
    /** @param {import("./plotly_loader.js").Plotly} library @param {Figure} figure */
    async paint(library, figure) {
      const now = parts(figure);
      if (!shown || shown.rest !== now.rest || !outline(shown.paths, now.paths)) {
        await redraw(library, figure, now);
        return;
      }
      shown.paths = now.paths;
      clock.cancel(timer);
      timer = null;
      if (shown.words === now.words) return;
      const wait = spoken + WORDS_PAUSE - clock.now();
      if (wait <= 0) await redraw(library, figure, now);
      else timer = clock.later(() => void redraw(library, figure, now), wait);
    },
    /** @param {import("./plotly_loader.js").Plotly | null} library */
    wipe(library) {
      clock.cancel(timer);
      shown = timer = null;
      library?.purge(canvas);
    },
  };
}
