// What others have made is as they made it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const ROOT = new URL("../../", import.meta.url);
const OURS = new URL("verkostotyokalut/widgets/frontend/vendor/", ROOT);
const THEIRS = new URL("node_modules/plotly.js-basic-dist-min/", ROOT);

test("plotly.js is the published file, with its licence", () => {
  for (const [ours, theirs] of [
    ["plotly-basic.min.js", "plotly-basic.min.js"],
    ["plotly-basic.LICENSE", "LICENSE"],
  ]) {
    const same = readFileSync(new URL(ours, OURS)).equals(readFileSync(new URL(theirs, THEIRS)));
    assert.ok(same, `${ours} differs: make vendor`);
  }
});
