/** What is agreed, told to the choice that draws it. */

import assert from "node:assert/strict";
import test from "node:test";

import { asChoice } from "../../verkostotyokalut/widgets/frontend/kinds/agreed.js";

test("the room's result, too few answers and hidden results", () => {
  const now = { value: "agreed", locked: false };
  const counted = { n: 5, counts: { agreed: 3, under_way: 1, not_yet: 1 } };
  assert.deepEqual(asChoice({ ...now, result: counted }).result, { now: counted });
  assert.equal(asChoice({ ...now, result: null }).result, null);
  assert.equal(asChoice({ ...now, result: undefined }).result, undefined);
});
