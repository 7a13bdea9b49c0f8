/**
 * Flow control of a live picture: draw one frame at a time, and always the newest.
 *
 * The kernel sends the next frame when the last one is acknowledged. A frame that arrives while
 * another is being drawn replaces the one that waits. A picture that nobody can see is not drawn,
 * but it is acknowledged, so that the kernel can go on.
 */

/**
 * @param {object} picture
 * @param {(frame: number) => Promise<void>} picture.draw draws the model's present figure; handles
 *   its own errors
 * @param {(frame: number) => void} picture.acknowledge tells the kernel that it may send the next
 * @param {() => boolean} picture.visible whether drawing is worth while just now
 */
export function newestFrame({ draw, acknowledge, visible }) {
  /** @type {number | null} */
  let waiting = null;
  let drawing = false;
  let stopped = false;

  async function run() {
    if (drawing) return;
    drawing = true;
    while (waiting !== null && visible() && !stopped) {
      const frame = waiting;
      waiting = null;
      await draw(frame);
      if (!stopped) acknowledge(frame);
    }
    drawing = false;
    if (waiting !== null && !stopped) acknowledge(waiting);
  }

  return {
    /** A frame has arrived. @param {number} frame */
    async offer(frame) {
      waiting = frame;
      await run();
    },
    /** The picture may have become visible: draw the frame that waits, if there is one. */
    async resume() {
      await run();
    },
    /** The view is going away: draw and acknowledge nothing more. */
    stop() {
      stopped = true;
    },
  };
}
