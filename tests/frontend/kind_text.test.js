import assert from "node:assert/strict";
import test from "node:test";

import {
  clean,
  isLiked,
  isOwn,
  liked,
  likesLeft,
  put,
  removed,
  room,
} from "../../verkostotyokalut/widgets/frontend/notes.js";
import { drawId } from "../../verkostotyokalut/widgets/frontend/draw_id.js";

const note = (id, text = "Kahvit") => ({ id, text });
const answer = (notes, likes = []) => ({ notes, likes });

test("a note becomes one line of what can be seen", () => {
  assert.equal(clean("  Kahvit\n ja \t pullat\u2028 "), "Kahvit ja pullat");
  assert.equal(clean("a\u202eb\ud800c\u0000d"), "abc d");
  assert.equal(clean("👩‍👩‍👧"), "👩‍👩‍👧");
  assert.equal(clean(" \n "), "");
});

test("characters are counted as the server counts them", () => {
  assert.equal(room(" kahvi ", 40), 35);
  assert.equal(room("👋👋", 40), 38);
  assert.equal(room("x".repeat(41), 40), -1);
});

test("ids are drawn by chance", () => {
  const ids = new Set(Array.from({ length: 200 }, drawId));
  assert.equal(ids.size, 200);
  for (const id of ids) assert.match(id, /^[a-z0-9]{6}$/);
});

test("a note is added, changed, taken back and brought back", () => {
  const one = put(null, note("a"));
  assert.deepEqual(one, answer([note("a")]));
  const two = put(one, note("b"));
  assert.deepEqual(put(two, note("a", "Tee")), answer([note("a", "Tee"), note("b")]));
  const without = removed(two, "a");
  assert.deepEqual(without, answer([note("b")]));
  assert.deepEqual(put(without, note("a"), 0), two);
  assert.equal(removed(without, "b"), null);
  assert.deepEqual(removed(answer([note("a")], ["x"]), "a"), answer([], ["x"]));
});

const WALL = [
  { id: "aaaaaa-1", text: "A" },
  { id: "bbbbbb-2", text: "B", merged: ["cccccc-3"] },
  { id: "dddddd-4", text: "D" },
];

test("one's own notes are known by their keys, also when merged into another's", () => {
  const mine = answer([note("aaaaaa"), note("cccccc")]);
  assert.deepEqual(WALL.map((one) => isOwn(mine, one)), [true, true, false]);
  assert.equal(isOwn(null, WALL[0]), false);
});

test("likes are given, counted and taken back", () => {
  const one = liked(null, WALL[0], WALL, 2);
  assert.deepEqual(one, answer([], ["aaaaaa-1"]));
  assert.equal(likesLeft(one, WALL, 2), 1);
  const two = liked(one, WALL[2], WALL, 2);
  assert.deepEqual(two, answer([], ["aaaaaa-1", "dddddd-4"]));
  assert.equal(liked(two, WALL[1], WALL, 2), two, "no likes are left");
  assert.deepEqual(liked(two, WALL[0], WALL, 2), answer([], ["dddddd-4"]));
  assert.equal(liked(one, WALL[0], WALL, 2), null);
});

test("a like follows a merged note, and is one like however many were liked", () => {
  const mine = answer([], ["bbbbbb-2", "cccccc-3"]);
  assert.equal(isLiked(mine, WALL[1]), true);
  assert.equal(likesLeft(mine, WALL, 2), 1);
  assert.deepEqual(liked(mine, WALL[0], WALL, 2).likes.length, 2);
  assert.equal(liked(mine, WALL[1], WALL, 2), null);
});

test("the like of a note that has gone makes room for another", () => {
  const mine = answer([], ["gonegone-9", "aaaaaa-1"]);
  assert.equal(likesLeft(mine, WALL, 2), 1);
  assert.deepEqual(liked(mine, WALL[2], WALL, 2).likes, ["aaaaaa-1", "dddddd-4"]);
  assert.deepEqual(liked(mine, WALL[2], WALL, 3).likes, ["gonegone-9", "aaaaaa-1", "dddddd-4"]);
});
