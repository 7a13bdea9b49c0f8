// What a screen reader says aloud does not chatter.
import assert from "node:assert/strict";
import test from "node:test";

import { seldom } from "../../verkostotyokalut/widgets/frontend/leader/seldom.js";

/** @param {import("node:test").TestContext} context */
function spoken(context) {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {string[]} */
  const said = [];
  const speech = seldom((/** @type {string} */ words) => said.push(words), 10_000);
  return { said, speech, tick: (/** @type {number} */ ms) => context.mock.timers.tick(ms) };
}

test("the first is said at once, the newest of the rest after the pause", (context) => {
  const { said, speech, tick } = spoken(context);
  for (const words of ["1", "2", "3"]) speech.offer(words);
  assert.deepEqual(said, ["1"]);
  tick(9_999);
  assert.deepEqual(said, ["1"]);
  tick(1);
  assert.deepEqual(said, ["1", "3"]);
});

test("the same again is not said again", (context) => {
  const { said, speech, tick } = spoken(context);
  speech.offer("1");
  speech.offer("1");
  tick(60_000);
  speech.offer("1");
  assert.deepEqual(said, ["1"]);
});

test("after a quiet time the next is said at once", (context) => {
  const { said, speech, tick } = spoken(context);
  speech.offer("1");
  tick(60_000);
  speech.offer("2");
  assert.deepEqual(said, ["1", "2"]);
});

test("nothing is said after the view is gone", (context) => {
  const { said, speech, tick } = spoken(context);
  speech.offer("1");
  speech.offer("2");
  speech.stop();
  tick(60_000);
  assert.deepEqual(said, ["1"]);
});
