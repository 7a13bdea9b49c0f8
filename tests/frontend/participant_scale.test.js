/** The values of a slider: taps, keys and places on the rail. */

import assert from "node:assert/strict";
import test from "node:test";

import { keyed, nearest, step } from "../../verkostotyokalut/widgets/frontend/track.js";

test("− and + start from the middle and stop at the ends", () => {
  for (const untouched of [null, "dont_know"]) {
    assert.equal(step(untouched, 1, 5), 3);
    assert.equal(step(untouched, -1, 5), 3);
  }
  assert.equal(step(null, 1, 4), 2);
  assert.deepEqual([step(3, 1, 5), step(5, 1, 5), step(1, -1, 5)], [4, 5, 1]);
});

test("keys", () => {
  const after = (key, value = 3) => keyed(value, key, 5);
  assert.deepEqual(
    ["ArrowRight", "ArrowUp", "PageUp"].map((key) => after(key)),
    [4, 4, 4],
  );
  assert.deepEqual(
    ["ArrowLeft", "ArrowDown", "PageDown"].map((key) => after(key)),
    [2, 2, 2],
  );
  assert.deepEqual([after("Home"), after("End")], [1, 5]);
  assert.deepEqual([after("1"), after("5"), after("6"), after("0")], [1, 5, undefined, undefined]);
  assert.equal(keyed(3, "0", 10), 10);
  assert.deepEqual([after("Delete"), after("Backspace")], [null, null]);
  assert.deepEqual([after("Tab"), after("a"), after(" ")], [undefined, undefined, undefined]);
  assert.equal(keyed(null, "ArrowLeft", 5), 3);
});

test("the nearest point of the rail", () => {
  const points = [-40, 100, 149, 151, 300, 990].map((x) => nearest(x, 100, 400, 5));
  assert.deepEqual(points, [1, 1, 1, 2, 3, 5]);
  assert.equal(nearest(10, 0, 0, 5), 1);
});
