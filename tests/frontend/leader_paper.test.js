import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checked, empty, judged, read, saysAll, sent, written } from "../../verkostotyokalut/widgets/frontend/leader/paper/codes.js";
import { createKept, newSheet, nextSheet } from "../../verkostotyokalut/widgets/frontend/leader/paper/kept.js";

const slot = (low, high, more = {}) => ({ view: "", about: "", low, high, step: 1, words: [], unit: "", dont_know: false, ...more });
const form = (slots, more = {}) => ({ lines: 1, characters: 0, writing: "", exactly: null, at_most: null, whole: false, slots, ...more });
const line = (...slots) => ({ id: "", text: "", slots });
const SCALE = slot(1, 5, { dont_know: true });
const TEN = slot(1, 10, { dont_know: true });
const SHARE = slot(0, 100, { step: 10 });

describe("a number as it is typed", () => {
  test("goes on at once when it can't become another", () => {
    for (const key of ["1", "5", "0", "?"]) assert.deepEqual(judged(SCALE, key), { possible: true, full: true });
    for (const key of ["6", "12", "a", "-", "??"]) assert.equal(judged(SCALE, key).possible, false);
    assert.deepEqual(judged(TEN, "1"), { possible: true, full: false });
    assert.deepEqual(judged(TEN, "2"), { possible: true, full: true });
    assert.deepEqual(judged(TEN, "10"), { possible: true, full: true });
    assert.deepEqual(judged(SHARE, "1"), { possible: true, full: false });
    assert.deepEqual(judged(SHARE, "10"), { possible: true, full: false });
    assert.deepEqual(judged(SHARE, "70"), { possible: true, full: true });
    assert.equal(judged(SHARE, "75").possible, false);
    assert.deepEqual(judged(SHARE, ""), { possible: true, full: false });
  });

  test("a zero can't say where it is no number", () => {
    assert.equal(read(SCALE, "0"), "dont_know");
    assert.equal(read(SCALE, "?"), "dont_know");
    assert.equal(read(SHARE, "0"), 0);
    assert.equal(read(slot(1, 5), "0"), undefined);
    assert.equal(read(slot(1, 5), "?"), undefined);
    assert.equal(judged(slot(1, 5), "0").possible, false);
  });

  test("is a number, nothing, or not yet either", () => {
    assert.equal(read(SHARE, ""), null);
    assert.equal(read(SHARE, "1"), undefined);
    assert.equal(read(SHARE, "100"), 100);
    for (const [code, text] of [[4, "4"], ["dont_know", "?"], [null, ""], [0, "0"]]) assert.equal(written(code), text);
  });
});

describe("an item", () => {
  const problem = (its, ...lines) => checked(its, lines)?.problem ?? "";

  test("has a sum", () => {
    const shares = form([slot(0, 100, { step: 10, view: "Nyt" }), slot(0, 100, { step: 10, view: "Nyt" }), slot(0, 100, { step: 10, view: "Toive" }), slot(0, 100, { step: 10, view: "Toive" })], { exactly: 100 });
    assert.equal(problem(shares, line("70", "30", "", "")), "");
    assert.equal(problem(shares, line("100", "", "", "")), "");
    assert.equal(problem(shares, line("", "", "", "")), "");
    assert.deepEqual(checked(shares, [line("70", "30", "50", "40")]), { problem: "sum", line: 0, slot: 2 });
    assert.deepEqual(checked(shares, [line("70", "3", "", "")]), { problem: "number", line: 0, slot: 1 });
    assert.equal(problem(shares, line("0", "0", "", "")), "sum");
    const dots = form([slot(0, 2), slot(0, 2)], { at_most: 3 });
    assert.equal(problem(dots, line("2", "1")), "");
    assert.equal(problem(dots, line("2", "2")), "most");
  });

  test("is whole or can't be said", () => {
    const place = form([slot(1, 4, { dont_know: true }), slot(1, 3)], { whole: true });
    assert.equal(problem(place, line("2", "3")), "");
    assert.deepEqual(checked(place, [line("2", "")]), { problem: "half", line: 0, slot: 1 });
    assert.equal(problem(place, line("?", "")), "");
    assert.equal(problem(place, line("", "")), "");
    assert.equal(saysAll(place, 0), true);
    assert.equal(saysAll(form([SCALE, SCALE]), 0), false);
    assert.equal(saysAll(form([SCALE]), 0), false);
  });

  test("has words where there are numbers, and both where both are asked", () => {
    const rows = form([slot(1, 5)], { lines: 2, characters: 40 });
    assert.deepEqual(checked(rows, [{ ...line(""), text: "Verkosto" }, line("3")]), { problem: "text", line: 1, slot: -1 });
    const year = form([slot(1, 12)], { lines: 2, characters: 40, whole: true });
    assert.equal(problem(year, { ...line(""), text: "Kahvit" }), "half");
    assert.equal(problem(year, { ...line("3"), text: "Kahvit" }, line("")), "");
  });

  test("is sent as numbers, without what is empty", () => {
    assert.deepEqual(sent(form([SCALE, SHARE]), [line("0", "10"), line("", "")]), [{ id: "", text: "", numbers: ["dont_know", 10] }]);
    assert.equal(empty([line("", ""), { ...line(""), text: " " }]), true);
    assert.equal(empty([line("", "0")]), false);
  });
});

describe("sheets", () => {
  const known = (number, items) => ({ number, items, group: null });
  const entry = (press, sheet) => ({ press, sheet, before: null, after: null, version: 0, why: "", words: "" });
  const draft = { content: { items: {}, group: null }, before: null, version: 0 };

  test("come one after another", () => {
    assert.equal(nextSheet([], [], 0), 1);
    assert.equal(nextSheet([known(1, 12)], [], 1), 2);
    assert.equal(nextSheet([known(1, 12)], [2], 2), 3);
    assert.equal(nextSheet([known(1, 12), known(2, 0), known(3, 0)], [], 1), 2);
    assert.equal(nextSheet([known(1, 12), known(2, 0), known(3, 0)], [2], 1), 3);
    assert.equal(newSheet([known(1, 0), known(17, 0)], [4]), 18);
  });

  test("are kept over a reload until they are in the store", () => {
    const items = new Map();
    const storage = { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => items.set(key, value) };
    const kept = createKept(storage, "K7M4PX/1/a");
    kept.turn(4);
    kept.put(4, draft);
    kept.put(5, draft);
    kept.put(5, null);
    kept.add(entry("a", 1));
    kept.add(entry("b", 2));
    kept.add(entry("c", 1));
    kept.refuse("b", "shown", "Myöhässä");
    const again = createKept(storage, "K7M4PX/1/a");
    assert.deepEqual([again.now, again.drafted, again.draft(4)], [4, [4], draft]);
    assert.deepEqual(again.unsent.map(({ press, why, words }) => [press, why, words]), [["b", "shown", "Myöhässä"], ["c", "", ""]]);
    assert.equal(again.settle("c").sheet, 1);
    assert.equal(again.settle("c"), undefined);
    assert.equal(createKept(storage, "K7M4PX/2/a").unsent.length, 0);
  });
});
