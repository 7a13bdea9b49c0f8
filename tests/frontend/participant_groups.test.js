/** The choice of a group on its way to the server: kept, numbered and sent as answers are. */

import assert from "node:assert/strict";
import test from "node:test";

import { Connection } from "../../verkostotyokalut/widgets/frontend/connection.js";
import { createOutbox } from "../../verkostotyokalut/widgets/frontend/outbox.js";

const BOTH = [
  { id: "k", label: "Kunta" },
  { id: "y", label: "Yritys" },
];

const state = (version = 1, groups = BOTH) => ({
  version,
  stage: "drafted",
  round: 1,
  instrument: null,
  groups: groups.length ? { question: "", groups } : null,
  results: null,
});

function store() {
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
}

/** A phone whose clock stands still: what is sent at once is seen. */
function phone({ storage = store(), begins = state() } = {}) {
  const sockets = [];
  let time = 0;
  const connection = new Connection({
    state: begins,
    outbox: createOutbox(storage, "verkosto:/:K7M4PX"),
    open: () => {
      const sent = [];
      sockets.push({ sent, send: (data) => sent.push(JSON.parse(data)), close: () => {} });
      return sockets.at(-1);
    },
    clock: { now: () => (time += 1000), set: () => ({}), clear: () => {} },
    changed: () => {},
  });
  const receive = (message) => sockets.at(-1).onmessage({ data: JSON.stringify(message) });
  const welcome = (more = {}) => {
    sockets.at(-1).onopen();
    receive({ type: "welcome", participant: "me", seq: 0, answers: {}, group: null, ...more });
  };
  connection.start();
  const choices = () => sockets.at(-1).sent.filter(({ type }) => type === "group");
  return { connection, storage, receive, welcome, choices };
}

test("a choice is sent, and saved only after the acknowledgement", () => {
  const { connection, receive, welcome, choices } = phone();
  welcome();
  assert.deepEqual([connection.group, connection.status], [null, ""]);
  connection.choose("k");
  assert.deepEqual([connection.group, connection.status], ["k", "saving"]);
  assert.deepEqual(choices(), [{ type: "group", seq: 1, group: "k" }]);
  receive({ type: "saved", seq: 1 });
  assert.deepEqual([connection.group, connection.status], ["k", "saved"]);
  connection.choose(null);
  receive({ type: "saved", seq: 2 });
  assert.deepEqual([connection.group, choices().length], [null, 2]);
});

test("of choices made offline the last one waits, over a reload, and goes out on return", () => {
  const first = phone();
  first.welcome();
  first.connection.offline();
  first.connection.choose("k");
  first.connection.choose("y");
  assert.equal(first.connection.status, "offline");
  const again = phone({ storage: first.storage });
  assert.equal(again.connection.group, "y");
  again.welcome();
  assert.deepEqual(again.choices(), [{ type: "group", seq: 2, group: "y" }]);
});

test("a choice waits beside answers, and takes no answer's place", () => {
  const outbox = createOutbox(store(), "x");
  outbox.add({ round: 1, instrument: "ydin", item: "group", value: 2 });
  outbox.add({ group: "k" });
  outbox.add({ round: 1, instrument: "ydin", item: "a", value: 3 });
  outbox.add({ group: null });
  assert.deepEqual(
    outbox.entries().map(({ seq, item, group }) => [seq, item ?? group]),
    [
      [1, "group"],
      [3, "a"],
      [4, null],
    ],
  );
});

test("a kept choice whose acknowledgement was lost is not sent again; a passed over one is", () => {
  for (const [group, sent] of [
    ["k", []],
    ["y", [{ type: "group", seq: 6, group: "k" }]],
  ]) {
    const { connection, welcome, choices } = phone();
    connection.choose("k");
    welcome({ seq: 5, group });
    assert.deepEqual(choices(), sent);
    assert.equal(connection.group, "k");
  }
});

test("a choice that the server could not keep stays, one that came too late goes", () => {
  for (const [answer, now] of [
    [{ type: "unsaved", seq: 1 }, ["y", "unsaved"]],
    [{ type: "rejected", seq: 1, reason: "moved_on" }, ["k", "rejected"]],
  ]) {
    const { connection, receive, welcome } = phone();
    welcome({ group: "k" });
    connection.choose("y");
    receive(answer);
    assert.deepEqual([connection.group, connection.status], now);
  }
});

test("who was in a group that is gone is asked again, until the choice or the group's return", () => {
  const { connection, receive, welcome } = phone();
  welcome({ group: "k" });
  receive({ type: "state", state: state(2, BOTH.slice(1)), answers: {}, group: null });
  assert.deepEqual([connection.group, connection.regroup], [null, true]);
  receive({ type: "state", state: state(3), answers: {}, group: "k" });
  assert.deepEqual([connection.group, connection.regroup], ["k", false]);
  receive({ type: "state", state: state(4, []), answers: {}, group: null });
  connection.choose(null);
  assert.equal(connection.regroup, false);
});

test("who chose, while offline, a group that is gone by then is asked again", () => {
  const { connection, welcome } = phone();
  connection.choose("k");
  welcome({ state: state(2, BOTH.slice(1)) });
  assert.deepEqual([connection.group, connection.regroup], [null, true]);
});

test("who never chose is not asked again", () => {
  const { connection, receive, welcome } = phone();
  welcome();
  receive({ type: "state", state: state(2, BOTH.slice(1)), answers: {}, group: null });
  assert.equal(connection.regroup, false);
});
