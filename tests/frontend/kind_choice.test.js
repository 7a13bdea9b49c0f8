/** The values of a choice: now, the wish, and what most have chosen. */

import assert from "node:assert/strict";
import test from "node:test";

import { choose, chosen, leading } from "../../verkostotyokalut/widgets/frontend/kinds/choice.js";

test("what is chosen in a view", () => {
  assert.equal(chosen(null, "now"), null);
  assert.equal(chosen("a", "now"), "a");
  assert.equal(chosen({ wanted: "b" }, "now"), null);
  assert.equal(chosen({ wanted: "b" }, "wanted"), "b");
});

test("choosing and taking back", () => {
  assert.equal(choose("a", "now", "b", false), "b");
  assert.equal(choose("a", "now", null, false), null);
  assert.deepEqual(choose(null, "wanted", "b", true), { wanted: "b" });
  const before = { now: "a" };
  assert.deepEqual(choose(before, "wanted", "b", true), { now: "a", wanted: "b" });
  assert.deepEqual(before, { now: "a" });
  assert.deepEqual(choose({ now: "a", wanted: "b" }, "now", null, true), { wanted: "b" });
  assert.equal(choose({ wanted: "b" }, "wanted", null, true), null);
});

test("the options that most have chosen", () => {
  assert.deepEqual(leading({ n: 5, counts: { a: 2, b: 1, c: 2 } }), ["a", "c"]);
});
