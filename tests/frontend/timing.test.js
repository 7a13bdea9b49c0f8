import assert from "node:assert/strict";
import { test } from "node:test";
import { left, minutesAndSeconds, pace } from "../../verkostotyokalut/widgets/frontend/timing.js";

const MINUTE = 60_000;
const plan = { now: 0, countdown: null, before: 20, planned: 30 };

/** @param {number} came minutes from the start to this step @param {number} now minutes */
const at = (came, now) => pace({ ...plan, began: 0, turned: came * MINUTE }, now * MINUTE);

test("a step that came in time is in time until its minutes are over", () => {
  assert.deepEqual(at(20, 20), { minutes: 0, late: 0 });
  assert.deepEqual(at(20, 49.9), { minutes: 29, late: 0 });
  assert.deepEqual(at(20, 53), { minutes: 33, late: 3 });
});

test("a step that came late is behind, and more so when its own time has run out", () => {
  assert.deepEqual(at(27, 40), { minutes: 13, late: 7 });
  assert.deepEqual(at(27, 59), { minutes: 32, late: 9 });
});

test("a step that came early is ahead until the time is used", () => {
  assert.deepEqual(at(12, 20), { minutes: 8, late: -8 });
  assert.deepEqual(at(12, 51), { minutes: 39, late: 1 });
});

test("before the start and after the end there is no pace", () => {
  assert.equal(pace({ ...plan, began: null, turned: null }, 5), null);
});

test("a countdown counts whole seconds and stops at nothing", () => {
  assert.equal(left(null, 0), null);
  assert.equal(left(90_000, 0), 90);
  assert.equal(left(90_000, 500), 90);
  assert.equal(left(90_000, 89_001), 1);
  assert.equal(left(90_000, 95_000), 0);
  assert.deepEqual([90, 60, 9, 0].map(minutesAndSeconds), ["1:30", "1:00", "0:09", "0:00"]);
});
