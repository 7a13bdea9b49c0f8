/** Dots given and taken back: never more than there are, always written in the same order. */

import assert from "node:assert/strict";
import test from "node:test";

import { left, moved } from "../../verkostotyokalut/widgets/frontend/kinds/dots.js";

const question = { dots: 3, most: 2, options: ["a", "b", "c"].map((id) => ({ id })) };
const move = (vote, option, by) => moved(vote, option, by, question);

test("dots left", () => {
  assert.deepEqual([left(null, 3), left({ a: 2, b: 1 }, 3)], [3, 0]);
});

test("a dot is given and taken back", () => {
  assert.deepEqual(move(null, "b", 1), { b: 1 });
  assert.deepEqual(move({ b: 1 }, "b", 1), { b: 2 });
  assert.deepEqual(move({ b: 2 }, "b", -1), { b: 1 });
  assert.equal(move({ b: 1 }, "b", -1), null);
});

test("a vote is written in the question's order", () => {
  assert.equal(JSON.stringify(move({ c: 1 }, "a", 1)), '{"a":1,"c":1}');
});

test("limits leave the vote as it is", () => {
  const full = { a: 2, b: 1 };
  assert.equal(move(full, "c", 1), full);
  const two = { a: 2 };
  assert.equal(move(two, "a", 1), two);
  assert.equal(move(two, "b", -1), two);
  assert.equal(move(null, "a", -1), null);
});
