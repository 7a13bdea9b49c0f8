import assert from "node:assert/strict";
import { test } from "node:test";

import { nextTab } from "../../verkostotyokalut/widgets/frontend/leader/agreement_tabs.js";
import { FIELDS, room, tidy, titleOf } from "../../verkostotyokalut/widgets/frontend/leader/agreement_words.js";
import { least, leftOut } from "../../verkostotyokalut/widgets/frontend/leader/board_fit.js";

test("words become one line without what nobody sees", () => {
  assert.equal(tidy("  Yksi\n puhuu\u00a0 kerrallaan "), "Yksi puhuu kerrallaan");
  assert.equal(tidy("Kysy\u00adtään\u202e\u0000"), "Kysytään");
});

test("room is counted in characters, as the store does", () => {
  assert.equal(room("äö🦊", 3), 0);
  assert.equal(room("  a  b ", 3), 0);
  assert.equal(room("abcd", 3), -1);
});

test("every part has a title and says what is agreed", () => {
  const t = (/** @type {string} */ msgid) => msgid;
  for (const part of /** @type {const} */ (["action", "rule", "plan", "clock"])) {
    assert.ok(titleOf(part, t));
    assert.equal(FIELDS[part][0], "what");
  }
});

test("the arrow keys go round the tabs", () => {
  assert.equal(nextTab("ArrowRight", 3, 4), 0);
  assert.equal(nextTab("ArrowLeft", 0, 4), 3);
  assert.equal(nextTab("Home", 2, 4), 0);
  assert.equal(nextTab("End", 0, 4), 3);
  assert.equal(nextTab("Enter", 0, 4), null);
});

test("the longest part gives way first, and the newest of each part stays", () => {
  assert.deepEqual(leftOut([5, 2], 0), [0, 0]);
  assert.deepEqual(leftOut([5, 2], 3), [3, 0]);
  assert.deepEqual(leftOut([5, 2], 5), [4, 1]);
  assert.deepEqual(leftOut([5, 2], 50), [4, 1]);
});

test("no more is left out than must be", () => {
  const asked = [];
  assert.equal(least(1, 100, (n) => (asked.push(n), n >= 37)), 37);
  assert.ok(asked.length <= 8);
  assert.equal(least(1, 5, () => false), 5);
  assert.equal(least(1, 5, () => true), 1);
});
