/** What is agreed, told to the choice that draws it. */

import assert from "node:assert/strict";
import test from "node:test";

import { asChoice, named } from "../../verkostotyokalut/widgets/frontend/kinds/agreed.js";

test("the room's result, too few answers and hidden results", () => {
  const now = { value: "agreed", locked: false };
  const counted = { n: 5, counts: { agreed: 3, under_way: 1, not_yet: 1 } };
  assert.deepEqual(asChoice({ ...now, result: counted }).result, { now: counted });
  assert.equal(asChoice({ ...now, result: null }).result, null);
  assert.equal(asChoice({ ...now, result: undefined }).result, undefined);
});

test("the states have the question's own names, or those of an agreement", () => {
  const t = (/** @type {string} */ words) => words;
  const text = (/** @type {string} */ words) => ({ fi: words, sv: words, en: words });
  const own = { agreed: text("Tehty"), under_way: text("Aloitettu"), not_yet: text("En vielä") };
  assert.deepEqual(named(own, t).map(({ id, label }) => [id, label.fi]), [
    ["agreed", "Tehty"],
    ["under_way", "Aloitettu"],
    ["not_yet", "En vielä"],
  ]);
  assert.deepEqual(named(null, t).map(({ label }) => label.sv), ["Agreed", "Under way", "Not yet"]);
});
