import assert from "node:assert/strict";
import { test } from "node:test";

import { LEAST, onScreen } from "../../verkostotyokalut/widgets/frontend/leader/places.js";

const place = { id: "a", label: "A", x: 100, y: 50, width: 200, height: 100 };

test("a place follows the picture's scale and where it begins", () => {
  assert.deepEqual(onScreen(place, 0.5, 30), { left: 80, top: 25, width: 100, height: 50 });
});

test("a place is never too small for a finger, and stays where its middle is", () => {
  const { left, top, width, height } = onScreen(place, 0.1, 0);
  assert.equal(width, LEAST);
  assert.equal(height, LEAST);
  assert.equal(left + width / 2, 20);
  assert.equal(top + height / 2, 10);
});
