import assert from "node:assert/strict";
import { test } from "node:test";

import { spot } from "../../verkostotyokalut/widgets/frontend/kinds/cycle.js";

test("places go round clockwise from the top", () => {
  const [first, second, third, last] = [0, 1, 2, 3].map((phase) => spot(phase, 1, 4, 1));
  assert.ok(first.x > 50 && first.y < 50);
  assert.ok(second.x > 50 && second.y > 50);
  assert.ok(third.x < 50 && third.y > 50);
  assert.ok(last.x < 50 && last.y < 50);
});
