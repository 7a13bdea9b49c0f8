/** The phone's queue, acknowledgements and ways back, on a false socket, storage and clock. */

import assert from "node:assert/strict";
import test from "node:test";

import { Connection, backoff } from "../../verkostotyokalut/widgets/frontend/connection.js";
import { createOutbox } from "../../verkostotyokalut/widgets/frontend/outbox.js";

class FakeClock {
  time = 0;
  timers = [];
  now = () => this.time;
  set = (callback, wait) => {
    const timer = { callback, at: this.time + wait };
    this.timers.push(timer);
    return timer;
  };
  clear = (timer) => {
    this.timers = this.timers.filter((other) => other !== timer);
  };
  pass(milliseconds) {
    const end = this.time + milliseconds;
    for (;;) {
      const next = this.timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.clear(next);
      this.time = next.at;
      next.callback();
    }
    this.time = end;
  }
}

class FakeSocket {
  sent = [];
  closed = false;
  send(data) {
    this.sent.push(JSON.parse(data));
  }
  close() {
    this.closed = true;
  }
  receive(message) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
  get answers() {
    return this.sent.filter((message) => message.type === "answer");
  }
}

class FakeStorage {
  kept = new Map();
  getItem = (key) => this.kept.get(key) ?? null;
  setItem = (key, value) => this.kept.set(key, value);
}

const asked = (round = 1, version = round) => ({
  version,
  stage: "collecting",
  round,
  instrument: { id: "ydin" },
  results: null,
});

function phone({ storage = new FakeStorage(), clock = new FakeClock() } = {}) {
  const sockets = [];
  const connection = new Connection({
    state: asked(),
    outbox: createOutbox(storage, "verkosto:/:K7M4PX"),
    open: () => (sockets.push(new FakeSocket()), sockets.at(-1)),
    clock,
    changed: () => {},
  });
  const welcome = (more = {}) => {
    sockets.at(-1).onopen();
    sockets.at(-1).receive({ type: "welcome", participant: "me", seq: 0, answers: {}, ...more });
  };
  connection.start();
  return { connection, sockets, clock, storage, welcome, socket: () => sockets.at(-1) };
}

test("says hello first and remembers who it is", () => {
  const { socket, welcome, storage } = phone();
  socket().onopen();
  const [{ participant, ...hello }] = socket().sent;
  assert.deepEqual(hello, { type: "hello", protocol: 1, version: 1 });
  assert.match(participant, /^[\w-]{22}$/);
  // Even if no welcome ever came, it is the same participant that comes back.
  const early = phone({ storage });
  early.socket().onopen();
  assert.equal(early.socket().sent[0].participant, participant);
  welcome();
  const again = phone({ storage });
  again.socket().onopen();
  assert.equal(again.socket().sent[0].participant, "me");
});

test("an answer is sent, and saved only after the acknowledgement", () => {
  const { connection, socket, welcome } = phone();
  welcome();
  assert.equal(connection.status, "");
  connection.answer("a", 4);
  assert.equal(connection.status, "saving");
  const change = { type: "answer", seq: 1, round: 1, instrument: "ydin", item: "a", value: 4 };
  assert.deepEqual(socket().answers, [change]);
  socket().receive({ type: "saved", seq: 1 });
  assert.equal(connection.status, "saved");
  assert.deepEqual(connection.answers, { a: 4 });
});

test("a drag sends at most every 100 ms, and always its last value", () => {
  const { connection, socket, welcome, clock } = phone();
  welcome();
  clock.pass(1000);
  for (const value of [1, 2, 3, 4, 5]) {
    connection.answer("a", value);
    clock.pass(20);
  }
  clock.pass(200);
  assert.deepEqual(
    socket().answers.map((sent) => sent.value),
    [1, 5],
  );
});

test("an acknowledgement of an older value leaves the newer one waiting", () => {
  const { connection, socket, welcome, clock } = phone();
  welcome();
  connection.answer("a", 1);
  connection.answer("a", 2);
  socket().receive({ type: "saved", seq: 1 });
  assert.equal(connection.status, "saving");
  clock.pass(100);
  socket().receive({ type: "saved", seq: 2 });
  assert.equal(connection.status, "saved");
  assert.deepEqual(connection.answers, { a: 2 });
});

test("answers given offline wait, newest per item, and go out in order on return", () => {
  const { connection, sockets, socket, welcome, clock } = phone();
  welcome();
  connection.offline();
  assert.equal(connection.status, "connecting");
  for (const [item, value] of [
    ["a", 1],
    ["b", 2],
    ["a", "dont_know"],
  ])
    connection.answer(item, value);
  assert.equal(connection.status, "offline");
  assert.deepEqual(connection.answers, { a: "dont_know", b: 2 });
  clock.pass(500);
  assert.equal(sockets.length, 2);
  welcome();
  assert.deepEqual(
    socket().answers.map(({ seq, item }) => [seq, item]),
    [
      [2, "b"],
      [3, "a"],
    ],
  );
});

test("a reload in the middle keeps what was not acknowledged", () => {
  const first = phone();
  first.connection.answer("a", 3);
  const second = phone({ storage: first.storage });
  assert.deepEqual(second.connection.answers, { a: 3 });
  second.welcome();
  assert.equal(second.socket().answers[0].value, 3);
});

test("numbers go on from the larger of the phone's and the server's", () => {
  const { connection, socket, welcome } = phone();
  welcome({ seq: 41 });
  connection.answer("a", 3);
  assert.equal(socket().answers[0].seq, 42);
});

test("a stored change whose acknowledgement was lost is not sent again", () => {
  const { connection, socket, welcome, clock } = phone();
  welcome();
  connection.answer("a", 3);
  socket().onclose({ code: 1006 });
  clock.pass(500);
  welcome({ seq: 1, answers: { a: 3 } });
  assert.deepEqual(socket().answers, []);
  assert.equal(connection.status, "saved");
});

test("a change that the server passed over gets a new number", () => {
  const { connection, socket, welcome, clock } = phone();
  welcome();
  connection.answer("a", 3);
  socket().onclose({ code: 1006 });
  clock.pass(500);
  welcome({ seq: 5, answers: { b: 1 } });
  assert.deepEqual(
    socket().answers.map(({ seq, item, value }) => [seq, item, value]),
    [[6, "a", 3]],
  );
});

test("a change the server could not store is tried again after a pause", () => {
  const { connection, socket, welcome, clock } = phone();
  welcome();
  connection.answer("a", 3);
  socket().receive({ type: "unsaved", seq: 1 });
  assert.equal(connection.status, "unsaved");
  clock.pass(2900);
  assert.equal(socket().answers.length, 1);
  clock.pass(200);
  assert.deepEqual(
    socket().answers.map(({ seq }) => seq),
    [1, 2],
  );
  socket().receive({ type: "saved", seq: 2 });
  assert.equal(connection.status, "saved");
});

test("a rejected answer goes back to what the server has, and says so until the next one", () => {
  const { connection, socket, welcome } = phone();
  welcome({ answers: { a: 2 } });
  connection.answer("a", 5);
  socket().receive({ type: "rejected", seq: 1, reason: "locked" });
  assert.deepEqual(connection.answers, { a: 2 });
  assert.equal(connection.status, "rejected");
});

test("a cleared answer is sent as null and is missing", () => {
  const { connection, socket, welcome } = phone();
  welcome({ answers: { a: 2 } });
  connection.answer("a", null);
  assert.deepEqual(connection.answers, {});
  assert.equal(socket().answers[0].value, null);
  socket().receive({ type: "saved", seq: 1 });
  assert.deepEqual(connection.answers, {});
});

test("a new round begins empty, and an answer to the old one does not show in it", () => {
  const { connection, socket, welcome } = phone();
  welcome({ answers: { a: 2 } });
  connection.answer("b", 5);
  socket().receive({ type: "state", state: asked(2), answers: {} });
  assert.deepEqual(connection.answers, {});
  socket().receive({ type: "rejected", seq: 1, reason: "moved_on" });
  assert.equal(connection.status, "");
});

test("results reach the state they belong to", () => {
  const { connection, socket, welcome } = phone();
  welcome();
  socket().receive({ type: "results", results: { instrument: "ydin", round: 9, n: 7, items: {} } });
  assert.equal(connection.state.results, null);
  socket().receive({ type: "results", results: { instrument: "ydin", round: 1, n: 7, items: {} } });
  assert.equal(connection.state.results.n, 7);
});

test("comes back after a drop, more slowly each time, without asking", () => {
  const { sockets, clock } = phone();
  for (let i = 0; i < 12; i += 1) {
    sockets.at(-1).onclose({ code: 1006 });
    clock.pass(10_000);
  }
  assert.equal(sockets.length, 13);
  assert.deepEqual(
    [0, 1, 2, 9].map((n) => backoff(n, () => 1)),
    [300, 600, 1200, 10_000],
  );
  assert.equal(
    backoff(0, () => 0),
    150,
  );
});

test("a short break is not told about, a longer one is", () => {
  const { connection, socket, welcome, clock } = phone();
  welcome({ answers: { a: 1 } });
  socket().onclose({ code: 1006 });
  assert.equal(connection.status, "saved");
  clock.pass(1600);
  assert.equal(connection.status, "connecting");
});

test("a line that stays silent is dead", () => {
  const { connection, sockets, welcome, clock } = phone();
  welcome();
  clock.pass(60_000);
  assert.equal(sockets.length, 1);
  connection.answer("a", 3);
  clock.pass(10_400);
  assert.equal(sockets.length, 2);
  assert.equal(sockets[0].closed, true);
});

test("another tab ends this one until the person takes it up again", () => {
  const { connection, sockets, welcome, clock } = phone();
  welcome();
  sockets[0].onclose({ code: 4000 });
  assert.equal(connection.ending, "another_tab");
  connection.wake({ fresh: true });
  clock.pass(60_000);
  assert.equal(sockets.length, 1);
  connection.resume();
  assert.equal(connection.ending, null);
  assert.equal(sockets.length, 2);
});

test("endings by close code; a flood waits five seconds", () => {
  for (const [code, ending] of [
    [4001, "unknown"],
    [4002, "closed"],
    [4003, "protocol"],
    [4004, "expired"],
    [4006, "full"],
    [4007, "resting"],
  ]) {
    const { connection, socket } = phone();
    socket().onclose({ code });
    assert.equal(connection.ending, ending);
  }
  const { sockets, clock } = phone();
  sockets[0].onclose({ code: 4005 });
  clock.pass(4900);
  assert.equal(sockets.length, 1);
  clock.pass(200);
  assert.equal(sockets.length, 2);
});

test("waking up connects at once, and on a new socket when the old one may be dead", () => {
  const { connection, sockets, welcome } = phone();
  welcome();
  connection.wake();
  assert.equal(sockets.length, 1);
  connection.wake({ fresh: true });
  assert.equal(sockets.length, 2);
  sockets[1].onclose({ code: 1006 });
  connection.wake();
  assert.equal(sockets.length, 3);
});

test("works in memory when the browser gives no storage, or a full or broken one", () => {
  const full = new FakeStorage();
  full.setItem = () => {
    throw new Error("quota");
  };
  const broken = new FakeStorage();
  broken.getItem = () => "{not json";
  for (const storage of [null, full, broken]) {
    const outbox = createOutbox(storage, "x");
    outbox.meet("me", 3);
    outbox.add({ round: 1, instrument: "ydin", item: "a", value: 2 });
    assert.equal(outbox.token(), "me");
    assert.deepEqual(
      outbox.entries().map((entry) => entry.seq),
      [4],
    );
    outbox.settle(4);
    assert.deepEqual(outbox.entries(), []);
  }
});
