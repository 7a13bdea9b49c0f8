/** Rows that one adds: what is kept of them, what they add up to, and what comes from outside. */

import assert from "node:assert/strict";
import test from "node:test";

import { answer, clean, merged, total } from "../../verkostotyokalut/widgets/frontend/kinds/rows.js";
import { flagged, summary } from "../../verkostotyokalut/widgets/frontend/row_card.js";
import { parsed, stepped } from "../../verkostotyokalut/widgets/frontend/row_fields.js";

const text = (words) => ({ fi: words, sv: words, en: words });
const fields = [
  { type: "choice", id: "role", label: text("Rooli"), options: [{ id: "reader", label: text("Lukija") }] },
  { type: "level", id: "give", label: text("Annan") },
  { type: "level", id: "get", label: text("Saan") },
  { type: "amount", id: "hours", label: text("Aika"), unit: text("h"), most: 40, step: 1 },
];
const row = (id, name, values = {}) => ({ id, name, values });

test("a name is kept without what can't be seen", () => {
  assert.equal(clean("  Kylät\t yhdessä\u202e\ud800 \n"), "Kylät  yhdessä");
  assert.equal(clean("<b>$x$</b> 🌲"), "<b>$x$</b> 🌲");
  assert.equal(clean(" \u00ad\u200b "), "");
});

test("rows without a name are not in the answer, and neither are untouched fields", () => {
  const rows = [row("aaaaaa", " Kylät ", { hours: 0, role: null, give: 3 }), row("bbbbbb", " ", { give: 1 })];
  assert.deepEqual(answer(rows, { fields }), { rows: [{ id: "aaaaaa", name: "Kylät", give: 3, hours: 0 }] });
  assert.equal(answer(rows.slice(1), { fields }), null);
});

test("what comes from outside leaves the row being edited and the nameless alone", () => {
  const mine = [row("aaaaaa", "Ky "), row("bbbbbb", "B", { give: 1 }), row("cccccc", "")];
  const given = { rows: [{ id: "aaaaaa", name: "K" }, { id: "bbbbbb", name: "B", give: 5 }, { id: "dddddd", name: "D" }] };
  assert.deepEqual(merged(mine, given, "aaaaaa"), [
    row("aaaaaa", "Ky "),
    row("bbbbbb", "B", { give: 5 }),
    row("dddddd", "D"),
    row("cccccc", ""),
  ]);
  assert.deepEqual(merged(mine, null, null), [row("cccccc", "")]);
  assert.deepEqual(merged(mine, null, "bbbbbb"), [row("bbbbbb", "B", { give: 1 }), row("cccccc", "")]);
});

test("the summary, the sum and the flag", () => {
  const rows = [row("aaaaaa", "A", { role: "reader", give: 4, get: 2, hours: 4 }), row("bbbbbb", "B", { get: 3, hours: 10 })];
  assert.equal(summary(rows[0], fields, "fi"), "Lukija · Annan 4 · Saan 2 · 4 h");
  assert.equal(total(rows, "hours"), 14);
  assert.equal(total(rows, null), 0);
  const flag = { more: "give", than: "get", label: text(""), advice: text("") };
  assert.deepEqual(rows.map((one) => flagged(one, flag)), [true, false]);
  assert.equal(flagged(row("cccccc", "C", { give: 3, get: 3 }), flag), false);
  assert.equal(flagged(rows[0], null), false);
});

test("an amount is a whole number within its limits", () => {
  assert.deepEqual(["", "7", " 12 ", "1,5", "-3", "x", "999"].map((words) => parsed(words, 40)), [null, 7, 12, null, null, null, 40]);
  const field = { most: 40, step: 5 };
  assert.deepEqual([null, 0, 3, 40].map((value) => stepped(value, 1, field)), [5, 5, 5, 40]);
  assert.deepEqual([null, 0, 3, 40].map((value) => stepped(value, -1, field)), [0, 0, 0, 35]);
});
