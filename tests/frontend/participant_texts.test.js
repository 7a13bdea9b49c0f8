/** Texts and numbers as people see them. */

import assert from "node:assert/strict";
import test from "node:test";

import { format, into, number, translator } from "../../verkostotyokalut/widgets/frontend/dom.js";

test("names in braces are filled, unknown ones stay", () => {
  assert.equal(format("{n} of {total}", { n: 0, total: 12 }), "0 of 12");
  assert.equal(format("{n} of {other}", { n: 1 }), "1 of {other}");
});

test("a missing or empty translation falls back to the msgid", () => {
  const t = translator({ fi: { Saved: "Tallennettu", Done: "" } }, "fi");
  assert.deepEqual(
    [t("Saved"), t("Done"), t("Part {n}", { n: 2 })],
    ["Tallennettu", "Done", "Part 2"],
  );
  assert.equal(translator(null, "sv")("Saved"), "Saved");
});

test("a text falls back to Finnish", () => {
  assert.equal(into({ fi: "Luottamus", sv: "", en: "Trust" }, "sv"), "Luottamus");
  assert.equal(into({ fi: "Luottamus", sv: "", en: "Trust" }, "en"), "Trust");
  assert.equal(into(null, "fi"), "");
});

test("numbers have the language's decimal mark and one decimal at most", () => {
  assert.deepEqual(
    ["fi", "sv", "en"].map((language) => number(3.25, language)),
    ["3,3", "3,3", "3.3"],
  );
  assert.equal(number(4, "fi"), "4");
});
