/** Shares of the kind "triangle": always a hundred together. */

import assert from "node:assert/strict";
import test from "node:test";

import { nearest, place, step } from "../../verkostotyokalut/widgets/frontend/kinds/triangle.js";

const sum = (shares) => shares.reduce((all, part) => all + part, 0);

test("− and + begin near the middle and keep the sum", () => {
  assert.deepEqual(step(null, 0, 1), [40, 30, 30]);
  assert.deepEqual(step(null, 2, -1), [40, 40, 20]);
  assert.deepEqual(step([40, 30, 30], 0, 1), [50, 20, 30]);
  assert.deepEqual(step([50, 20, 30], 0, 1), [60, 20, 20]);
  assert.deepEqual(step([60, 20, 20], 1, -1), [60, 10, 30]);
});

test("they stop at the ends, and every place can be reached", () => {
  assert.deepEqual(step([100, 0, 0], 0, 1), [100, 0, 0]);
  assert.deepEqual(step([100, 0, 0], 1, -1), [100, 0, 0]);
  let shares = step(null, 1, 1);
  for (let i = 0; i < 10; i += 1) shares = step(shares, 1, 1);
  assert.deepEqual(shares, [0, 100, 0]);
});

test("a tap is the nearest point, and a point is where a tap on it is", () => {
  for (let a = 0; a <= 100; a += 10) {
    for (let b = 0; a + b <= 100; b += 10) {
      const shares = [a, b, 100 - a - b];
      assert.deepEqual(nearest(...place(shares)), shares);
    }
  }
});

test("a tap outside is on the edge", () => {
  for (const [x, y] of [[0, 0], [100, 0], [50, 120], [-20, 90], [50, -10]]) {
    const shares = nearest(x, y);
    assert.equal(sum(shares), 100);
    assert.ok(shares.every((share) => share >= 0 && share % 10 === 0));
  }
});
