// Which frames of a live picture are drawn, and which acknowledged.
import assert from "node:assert/strict";
import test from "node:test";

import { newestFrame } from "../../verkostotyokalut/widgets/frontend/leader/newest_frame.js";

/** A picture whose drawing takes until `finish` is called. */
function slowPicture() {
  const seen = { drawn: /** @type {number[]} */ ([]), acknowledged: /** @type {number[]} */ ([]) };
  const state = { visible: true, finish: () => {} };
  const frames = newestFrame({
    draw: (frame) => {
      seen.drawn.push(frame);
      return new Promise((resolve) => (state.finish = resolve));
    },
    acknowledge: (frame) => seen.acknowledged.push(frame),
    visible: () => state.visible,
  });
  const finish = async () => {
    state.finish();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { frames, seen, state, finish };
}

test("a frame is acknowledged after it is drawn, not before", async () => {
  const { frames, seen, finish } = slowPicture();
  frames.offer(1);
  assert.deepEqual(seen, { drawn: [1], acknowledged: [] });
  await finish();
  assert.deepEqual(seen, { drawn: [1], acknowledged: [1] });
});

test("frames that arrive while one is drawn are skipped to the newest", async () => {
  const { frames, seen, finish } = slowPicture();
  for (const frame of [1, 2, 3, 4]) frames.offer(frame);
  await finish();
  assert.deepEqual(seen, { drawn: [1, 4], acknowledged: [1] });
  await finish();
  assert.deepEqual(seen.acknowledged, [1, 4]);
});

test("a hidden picture acknowledges without drawing, and draws the newest when seen again", async () => {
  const { frames, seen, state, finish } = slowPicture();
  state.visible = false;
  await frames.offer(1);
  await frames.offer(2);
  assert.deepEqual(seen, { drawn: [], acknowledged: [1, 2] });
  state.visible = true;
  frames.resume();
  await finish();
  assert.deepEqual(seen, { drawn: [2], acknowledged: [1, 2, 2] });
});

test("a picture that is hidden in the middle of a drawing still acknowledges what waits", async () => {
  const { frames, seen, state, finish } = slowPicture();
  frames.offer(1);
  frames.offer(2);
  state.visible = false;
  await finish();
  assert.deepEqual(seen, { drawn: [1], acknowledged: [1, 2] });
});

test("resuming without anything new draws nothing", async () => {
  const { frames, seen, finish } = slowPicture();
  frames.offer(1);
  await finish();
  await frames.resume();
  assert.deepEqual(seen.drawn, [1]);
});

test("a stopped view neither draws nor acknowledges", async () => {
  const { frames, seen, finish } = slowPicture();
  frames.offer(1);
  frames.offer(2);
  frames.stop();
  await finish();
  await frames.offer(3);
  assert.deepEqual(seen, { drawn: [1], acknowledged: [] });
});
