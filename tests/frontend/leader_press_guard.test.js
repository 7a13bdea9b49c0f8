// A leader's button counts once.
import assert from "node:assert/strict";
import test from "node:test";

import { HOLD, PATIENCE, pressGuard } from "../../verkostotyokalut/widgets/frontend/leader/press_guard.js";

/** @param {import("node:test").TestContext} context */
function guarded(context) {
  context.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  /** @type {[boolean, boolean][]} */
  const changes = [];
  const guard = pressGuard((held, answered) => changes.push([held, answered]));
  return { guard, changes, tick: (/** @type {number} */ ms) => context.mock.timers.tick(ms) };
}

test("the second press of a double click does not count", (context) => {
  const { guard, changes } = guarded(context);
  assert.equal(guard.press(), true);
  assert.equal(guard.press(), false);
  assert.deepEqual(changes, [[true, false]]);
});

test("a quick answer still holds through a double click", (context) => {
  const { guard, changes, tick } = guarded(context);
  guard.press();
  tick(30);
  guard.answer();
  tick(HOLD - 31);
  assert.equal(guard.press(), false);
  tick(1);
  assert.deepEqual(changes, [[true, false], [false, true]]);
  assert.equal(guard.press(), true);
});

test("a slow answer lets go at once", (context) => {
  const { guard, tick } = guarded(context);
  guard.press();
  tick(HOLD + 1000);
  guard.answer();
  tick(0);
  assert.equal(guard.held, false);
});

test("without an answer the buttons come back after a while, and it is told", (context) => {
  const { guard, changes, tick } = guarded(context);
  guard.press();
  tick(PATIENCE);
  assert.deepEqual(changes, [[true, false], [false, false]]);
  assert.equal(guard.press(), true);
});

test("a change that nobody pressed for changes nothing", (context) => {
  const { guard, changes, tick } = guarded(context);
  guard.answer();
  tick(PATIENCE);
  assert.deepEqual(changes, []);
});
