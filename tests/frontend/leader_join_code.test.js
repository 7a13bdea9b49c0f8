// The join code as people see it.
import assert from "node:assert/strict";
import test from "node:test";

import { formatCode } from "../../verkostotyokalut/widgets/frontend/leader/join_code.js";

test("a code is shown in two halves", () => {
  assert.equal(formatCode("K7M4PX"), "K7M 4PX");
  assert.equal(formatCode("k7m-4px"), "K7M 4PX");
  assert.equal(formatCode("K7M 4PX"), "K7M 4PX");
});

test("an odd code has the longer half first, a short one stays whole", () => {
  assert.equal(formatCode("K7M4P"), "K7M 4P");
  assert.equal(formatCode("K7M4"), "K7M4");
  assert.equal(formatCode(""), "");
});
