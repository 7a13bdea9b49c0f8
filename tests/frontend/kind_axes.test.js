/** Places on the map of the kind "axes". */

import assert from "node:assert/strict";
import test from "node:test";

import { cell, taken } from "../../verkostotyokalut/widgets/frontend/kinds/axes.js";

test("a tap on the map is the cell under it, and y grows upwards", () => {
  assert.deepEqual(cell(0, 0, 5), [1, 5]);
  assert.deepEqual(cell(0.99, 0.99, 5), [5, 1]);
  assert.deepEqual(cell(0.5, 0.5, 5), [3, 3]);
  assert.deepEqual(cell(1, -0.01, 5), [5, 5]);
});

test("an answer from outside is taken, a half-given place is kept", () => {
  assert.deepEqual(taken([null, null], [2, 3]), [2, 3]);
  assert.deepEqual(taken([2, null], null), [2, null]);
  assert.deepEqual(taken([2, 3], null), [null, null]);
  assert.deepEqual(taken([2, null], "dont_know"), [null, null]);
  assert.deepEqual(taken([2, 3, null], null), [2, 3, null]);
  assert.deepEqual(taken([2, 3, 1], null), [null, null, null]);
});
