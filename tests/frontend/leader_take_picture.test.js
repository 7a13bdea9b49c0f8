import assert from "node:assert/strict";
import { test } from "node:test";

import { fileName, heading, plain } from "../../verkostotyokalut/widgets/frontend/leader/take_picture.js";

test("a file is named after its picture, in letters that every system takes", () => {
  assert.equal(fileName("Ryhmät · Mediaanit: Tunteminen", "png"), "ryhmat-mediaanit-tunteminen.png");
  assert.equal(fileName("../..\\<Å>:*?", "svg"), "a.svg");
  assert.equal(fileName("目標", "png"), "verkosto.png");
  assert.ok(fileName("pitkä ".repeat(40), "svg").length <= 64);
});

test("the name above a picture takes as many lines as it needs", () => {
  const one = heading("Lyhyt nimi", 1300);
  assert.equal(one.text, "Lyhyt nimi");
  const many = heading("Melko pitkä nimi jolla on monta sanaa ".repeat(4).trim(), 400);
  const lines = many.text.split("<br>");
  assert.ok(lines.length > 1);
  assert.ok(lines.every((line) => line.length * many.size * 0.62 <= 400));
  assert.ok(many.high > one.size * 1.3 * lines.length * 0.4);
  assert.equal(lines.join(" "), "Melko pitkä nimi jolla on monta sanaa ".repeat(4).trim());
});

test("a name is text, whatever its characters are", () => {
  assert.equal(plain("<b>a & b</b> $x$"), "&lt;b&gt;a &amp; b&lt;/b&gt; &#36;x&#36;");
  assert.equal(heading("a <b>", 1300).text, "a &lt;b&gt;");
});
