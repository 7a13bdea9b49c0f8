/** Answers to the kind "pair", one point at a time. */

import assert from "node:assert/strict";
import test from "node:test";

import { set } from "../../verkostotyokalut/widgets/frontend/kinds/pair.js";

test("either point may come first, and the last one taken back clears the answer", () => {
  const now = set(null, "now", 2);
  assert.deepEqual(now, { now: 2 });
  const both = set(now, "wanted", 4);
  assert.deepEqual(both, { now: 2, wanted: 4 });
  assert.deepEqual(set(both, "now", null), { wanted: 4 });
  assert.equal(set({ wanted: 4 }, "wanted", null), null);
  assert.deepEqual(set("dont_know", "wanted", 1), { wanted: 1 });
  assert.deepEqual(now, { now: 2 });
});
