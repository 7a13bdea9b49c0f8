import assert from "node:assert/strict";
import { test } from "node:test";

import { createBrush, parts } from "../../verkostotyokalut/widgets/frontend/leader/brush.js";

const figure = (paths, words = "a") => ({
  data: [{ text: [words] }],
  layout: { shapes: paths.map((path) => ({ path, fillcolor: "teal" })), width: 10 },
  config: {},
});

function easel() {
  const drawn = [];
  const paths = [];
  const canvas = { querySelectorAll: () => paths };
  const library = {
    react: async (_canvas, data, layout) => {
      layout.written = data[0].written = "plotly writes into what it gets";
      drawn.push(data[0].text[0]);
      paths.splice(0, paths.length, ...layout.shapes.map((shape) => ({ d: shape.path, setAttribute(_, d) { this.d = d; } })));
    },
    purge: () => drawn.push("purged"),
  };
  let time = 0;
  const timers = [];
  const clock = {
    now: () => time,
    later: (callback, wait) => timers.push({ callback, at: time + wait }) - 1,
    cancel: (index) => index !== null && timers[index] && (timers[index].callback = () => {}),
  };
  const pass = (milliseconds) => {
    time += milliseconds;
    for (const timer of timers.splice(0)) if (timer.at <= time) timer.callback();
  };
  return { brush: createBrush(canvas, clock), library, drawn, outlines: () => paths.map((path) => path.d), pass };
}

test("a figure's outlines, words and the rest are told apart", () => {
  const [one, moved, spoken] = [figure(["M1"]), figure(["M2"]), figure(["M1"], "b")].map(parts);
  assert.equal(one.rest, moved.rest);
  assert.equal(one.words, moved.words);
  assert.notEqual(one.words, spoken.words);
  assert.notEqual(one.rest, parts(figure(["M1", "M2"])).rest);
});

test("outlines move at once and without plotly", async () => {
  const { brush, library, drawn, outlines } = easel();
  await brush.paint(library, figure(["M1", "M2"]));
  await brush.paint(library, figure(["M1", "M3"]));
  assert.deepEqual(outlines(), ["M1", "M3"]);
  assert.deepEqual(drawn, ["a"]);
});

test("words wait for a second since the last, and the newest are said", async () => {
  const { brush, library, drawn, outlines, pass } = easel();
  await brush.paint(library, figure(["M1"]));
  await brush.paint(library, figure(["M2"], "b"));
  await brush.paint(library, figure(["M3"], "c"));
  assert.deepEqual(outlines(), ["M3"]);
  assert.deepEqual(drawn, ["a"]);
  pass(1000);
  assert.deepEqual(drawn, ["a", "c"]);
  pass(1000);
  await brush.paint(library, figure(["M3"], "d"));
  assert.deepEqual(drawn, ["a", "c", "d"]);
});

test("words that come back are not said twice", async () => {
  const { brush, library, drawn, pass } = easel();
  await brush.paint(library, figure(["M1"]));
  await brush.paint(library, figure(["M2"], "b"));
  await brush.paint(library, figure(["M2"], "a"));
  pass(2000);
  assert.deepEqual(drawn, ["a"]);
});

test("another kind of picture is drawn anew", async () => {
  const { brush, library, drawn, outlines } = easel();
  await brush.paint(library, figure(["M1"]));
  await brush.paint(library, figure(["M1", "M2"], "b"));
  assert.deepEqual(outlines(), ["M1", "M2"]);
  assert.deepEqual(drawn, ["a", "b"]);
  brush.wipe(library);
  assert.equal(drawn.at(-1), "purged");
});
