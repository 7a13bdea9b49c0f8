/** Shares moved a step at a time: never over 100 %, nothing at all when all is taken back. */

import assert from "node:assert/strict";
import test from "node:test";

import { moved, rest } from "../../verkostotyokalut/widgets/frontend/kinds/shares.js";

const parts = ["a", "b", "c"].map((id) => ({ id }));
const move = (sharing, part, by) => moved(sharing, part, by, parts);

test("what is not shared yet", () => {
  assert.deepEqual([rest(null), rest({ a: 50, b: 35, c: 0 })], [100, 15]);
});

test("a step more and a step less", () => {
  const one = move(null, "b", 5);
  assert.equal(JSON.stringify(one), '{"a":0,"b":5,"c":0}');
  assert.deepEqual(move(one, "b", 5), { a: 0, b: 10, c: 0 });
  assert.equal(move(one, "b", -5), null);
});

test("limits leave the sharing as it is", () => {
  const whole = { a: 60, b: 40, c: 0 };
  assert.equal(move(whole, "c", 5), whole);
  assert.equal(move(whole, "c", -5), whole);
  assert.equal(move(null, "a", -5), null);
});
