import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { left, minutesAndSeconds, pace, ticking } from "../../verkostotyokalut/widgets/frontend/timing.js";

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

test("a clock ticks every second from when it is set until it is stopped", () => {
  mock.timers.enable({ apis: ["setInterval", "Date"], now: 10_000 });
  try {
    /** @type {number[]} */
    const told = [];
    const clock = ticking((now) => told.push(now));
    mock.timers.tick(5000);
    assert.deepEqual(told, []);
    clock.set(3000); // the kernel's clock is 12 seconds behind this one
    mock.timers.tick(1000);
    mock.timers.tick(1000);
    assert.deepEqual(told, [3000, 4000, 5000]);
    clock.stop();
    mock.timers.tick(5000);
    assert.equal(told.length, 3);
    clock.set(60_000);
    mock.timers.tick(1000);
    assert.deepEqual(told.slice(3), [60_000, 61_000]);
  } finally {
    mock.timers.reset();
  }
});
