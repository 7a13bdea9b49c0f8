/** What a phone says of few answers: the limit in words, a middle half only where it is told. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { detailMinimum } from "../../verkostotyokalut/widgets/frontend/disclosure.js";
import { rangeOf } from "../../verkostotyokalut/widgets/frontend/track.js";

/** The numbers of a row of the table of limits in the protocol. @param {string} name */
function row(name) {
  const protocol = readFileSync(new URL("../../docs/protocol.md", import.meta.url), "utf8");
  const line = protocol.split("\n").find((one) => one.startsWith(`| ${name} |`));
  return (line?.match(/\d+/g) ?? []).map(Number);
}

test("the limit of detail is the one that the protocol tells", () => {
  const minimums = row("`minimum`");
  assert.deepEqual(minimums, [3, 4, 5, 6, 7, 8, 9, 10]);
  assert.deepEqual(minimums.map(detailMinimum), row("in detail"));
  assert.equal(detailMinimum(5), 8);
});

test("a middle half in digits, and nothing where it is hidden", () => {
  assert.equal(rangeOf({ q1: 2, q3: 4 }, "en"), "2–4");
  assert.equal(rangeOf({ q1: 2.5, q3: 4 }, "fi"), "2,5–4");
  assert.equal(rangeOf({ q1: 3, q3: 3 }, "sv"), "3");
  assert.equal(rangeOf({ q1: null, q3: null }, "fi"), "");
});
