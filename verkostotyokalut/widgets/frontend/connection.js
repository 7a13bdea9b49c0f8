/** The phone's line to the server: every answer waits on the phone until the server has it. */

import { same } from "./dom.js";

/** @typedef {import("./types.js").Answers} Answers */
/** @typedef {import("./types.js").Change} Change */
/** @typedef {import("./types.js").Choice} Choice */
/** @typedef {import("./types.js").Entry} Entry */
/** @typedef {import("./types.js").State} State */
/** @typedef {import("./types.js").Status} Status */

const FIRST_WAIT = 300;
const LONGEST_WAIT = 10_000;
const FLOOD_WAIT = 5_000;
/** Between sends while a slider is dragged. */
const PACE = 100;
/** Silence that is taken for a dead line. */
const PATIENCE = 10_000;
/** Before an answer that the server could not store is sent again. */
const PAUSE = 3_000;
/** A break shorter than this is not worth telling about. */
const GRACE = 1_500;

/**
 * Close codes after which the phone does not come back by itself.
 *
 * @type {Record<number, string>}
 */
const ENDINGS = {
  4000: "another_tab",
  4001: "unknown",
  4002: "closed",
  4003: "protocol",
  4004: "expired",
  4006: "full",
  4007: "resting",
};

/**
 * Milliseconds to wait before the next attempt; spread out so that a room does not return at once.
 *
 * @param {number} attempt 0 for the first
 * @param {() => number} [random]
 */
export function backoff(attempt, random = Math.random) {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt) * (0.5 + random() / 2);
}

/**
 * Whether a change answers what is asked now.
 *
 * @param {Change | import("./types.js").Results} change
 * @param {State} state
 * @returns {change is import("./types.js").Answer}
 */
function isAsked(change, state) {
  if ("group" in change) return false;
  return change.round === state.round && change.instrument === state.instrument?.id;
}

/** A connection that keeps itself up; after `changed` read state, answers, status and ending. */
export class Connection {
  #outbox;
  #open;
  #clock;
  #changed;
  /** @type {import("./types.js").Socket | null} */
  #socket = null;
  /** Welcomed on this socket. */
  #live = false;
  /** Away long enough to say so. */
  #away = false;
  #attempt = 0;
  #flushed = -Infinity;
  #acknowledged = false;
  #rejected = false;
  #unsaved = false;
  /** What the server has for what is asked now. @type {Answers} */
  #base = {};
  /** The group that the server has. @type {string | null} */
  #group = null;
  /** Sent on this socket and not answered yet. @type {Map<number, Entry>} */
  #sent = new Map();
  /** @type {Record<"retry" | "flush" | "silence" | "grace", unknown>} */
  #timers = { retry: null, flush: null, silence: null, grace: null };

  /** Why the connection ended for good, or null. @type {string | null} */
  ending = null;
  /** Welcomed at least once since the page opened. */
  joined = false;
  /** The group that was chosen is gone, and no other has been chosen yet. */
  regroup = false;

  /**
   * @param {{
   *   state: State,
   *   outbox: ReturnType<typeof import("./outbox.js").createOutbox>,
   *   open: () => import("./types.js").Socket,
   *   clock: import("./types.js").Clock,
   *   changed: () => void,
   * }} options
   */
  constructor({ state, outbox, open, clock, changed }) {
    this.state = state;
    this.#outbox = outbox;
    this.#open = open;
    this.#clock = clock;
    this.#changed = changed;
  }

  /** What one answered oneself, where the room's answers are guessed. @type {Answers} */
  before = {};

  /** Own answers to what is asked now, those still waiting included. @returns {Answers} */
  get answers() {
    const answers = { ...this.#base };
    for (const entry of this.#outbox.entries())
      if (isAsked(entry, this.state)) answers[entry.item] = entry.value;
    return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null));
  }

  /** Own group, also one that waits to be sent; null: none. @returns {string | null} */
  get group() {
    const waiting = /** @type {Choice | undefined} */ (
      this.#outbox.entries().find((entry) => "group" in entry)
    );
    const group = waiting ? waiting.group : this.#group;
    return this.state.groups?.groups.some(({ id }) => id === group) ? group : null;
  }

  /** @returns {Status} */
  get status() {
    const waiting = this.#outbox.entries().length > 0;
    if (!this.#live && this.#away) return waiting ? "offline" : "connecting";
    if (waiting) return this.#unsaved ? "unsaved" : "saving";
    if (this.#rejected) return "rejected";
    const kept = this.#group !== null || Object.keys(this.#base).length > 0;
    return this.#acknowledged || kept ? "saved" : "";
  }

  /** Connect now, unless a connection is up or coming up. */
  start() {
    if (this.ending || this.#socket) return;
    this.#stopTimer("retry");
    const socket = this.#open();
    this.#socket = socket;
    this.#listen();
    this.#timers.grace ??= this.#clock.set(() => this.#tellAway(), GRACE);
    socket.onopen = () => {
      const { version } = this.state;
      this.#send({ type: "hello", protocol: 1, participant: this.#outbox.token(), version });
    };
    socket.onmessage = (event) => this.#receive(event.data);
    socket.onclose = (event) => this.#lost(event.code);
  }

  /** Let go of the socket, as the page goes to sleep; `start` takes it up again. */
  stop() {
    this.#drop();
    this.#stopTimer("retry");
  }

  /** The network or the page is back: try at once, on a new socket when the old one may be dead. */
  wake({ fresh = false } = {}) {
    if (fresh || !this.#live) this.#drop();
    this.#attempt = 0;
    this.start();
  }

  /** The browser says that there is no network. */
  offline() {
    if (this.ending) return;
    this.#lost(1006);
    this.#tellAway();
  }

  /** Come back after an ending that the participant can undo (another tab, a full room, a rest). */
  resume() {
    this.ending = null;
    this.wake();
    this.#changed();
  }

  /**
   * Keep an answer and send it as soon as possible.
   *
   * @param {string} item
   * @param {import("./types.js").Value} value
   */
  answer(item, value) {
    if (!this.state.instrument) return;
    const { round, instrument } = this.state;
    this.#keep({ round, instrument: instrument.id, item, value });
  }

  /** Keep the choice of a group, or of none, and send it. @param {string | null} group */
  choose(group) {
    this.regroup = false;
    this.#keep({ group });
  }

  /** @param {Change} change */
  #keep(change) {
    this.#outbox.add(change);
    this.#rejected = false;
    const wait = this.#flushed + PACE - this.#clock.now();
    this.#stopTimer("flush");
    if (wait <= 0) this.#flush();
    else this.#timers.flush = this.#clock.set(() => this.#flush(), wait);
    this.#changed();
  }

  #flush() {
    this.#stopTimer("flush");
    if (!this.#live) return;
    for (const entry of this.#outbox.entries()) {
      if (this.#sent.has(entry.seq)) continue;
      this.#flushed = this.#clock.now();
      this.#sent.set(entry.seq, entry);
      this.#send({ type: "group" in entry ? "group" : "answer", ...entry });
    }
    if (this.#sent.size > 0 && this.#timers.silence === null) this.#listen();
  }

  /** @param {object} message */
  #send(message) {
    this.#socket?.send(JSON.stringify(message));
  }

  /** @param {string} data */
  #receive(data) {
    const message = JSON.parse(data);
    switch (message.type) {
      case "welcome":
        this.#welcome(message);
        break;
      case "state":
        this.#take(message);
        this.#rejected = false;
        break;
      case "results":
        if (isAsked(message.results, this.state)) {
          this.state = { ...this.state, results: message.results };
        }
        break;
      case "saved":
      case "rejected":
        this.#settled(message.seq, message.type === "saved");
        break;
      case "unsaved":
        this.#postpone(message.seq);
        break;
      default:
        return;
    }
    this.#changed();
  }

  /**
   * Take what the server has; a group of one's own that is gone is asked for again.
   *
   * @param {{ state?: State, answers?: Answers, group?: string | null, before?: Answers }} message
   */
  #take({ state, answers, group, before: own = {} }) {
    const before = this.group;
    this.before = own;
    if (state) this.state = state;
    this.#base = answers ?? {};
    this.#group = group ?? null;
    this.regroup = this.group === null && (this.regroup || before !== null);
  }

  /**
   * @param {{ participant: string, seq: number, answers?: Answers, group?: string | null,
   *   before?: Answers, state?: State }} message
   */
  #welcome({ participant, seq, ...own }) {
    this.#stopTimer("silence");
    this.#stopTimer("grace");
    this.#live = this.joined = true;
    this.#away = false;
    this.#attempt = 0;
    this.#outbox.meet(participant, seq);
    this.#take(own);
    for (const entry of this.#outbox.entries().filter((old) => old.seq <= seq)) {
      // The server has seen a change of this number or a later one. Either it stored this one and
      // the word of it was lost, or it could not; then only a new number makes it look again.
      const stored = isAsked(entry, this.state)
        ? same(this.#base[entry.item], entry.value)
        : "group" in entry && entry.group === this.#group;
      if (stored) this.#outbox.settle(entry.seq);
      else this.#outbox.add(entry);
    }
    this.#flush();
  }

  /** @param {number} seq @param {boolean} saved */
  #settled(seq, saved) {
    const entry = this.#sent.get(seq);
    this.#sent.delete(seq);
    this.#outbox.settle(seq);
    if (this.#sent.size > 0) this.#listen();
    else this.#stopTimer("silence");
    if (saved) {
      this.#acknowledged = true;
      this.#unsaved = false;
      if (!entry) return;
      if ("group" in entry) this.#group = entry.group;
      else if (isAsked(entry, this.state))
        this.#base = { ...this.#base, [entry.item]: entry.value };
    } else if (entry && ("group" in entry || isAsked(entry, this.state))) {
      this.#rejected = true;
    }
  }

  /** The server could not store it: try again under a new number. @param {number} seq */
  #postpone(seq) {
    this.#sent.delete(seq);
    if (this.#sent.size === 0) this.#stopTimer("silence");
    const entry = this.#outbox.entries().find((waiting) => waiting.seq === seq);
    if (!entry) return;
    this.#outbox.add(entry);
    this.#unsaved = true;
    this.#timers.flush ??= this.#clock.set(() => this.#flush(), PAUSE);
  }

  /** Wait for the server's word; a line that stays silent is dead. */
  #listen() {
    this.#stopTimer("silence");
    this.#timers.silence = this.#clock.set(() => this.#lost(1006), PATIENCE);
  }

  /** @param {number} code why the socket closed */
  #lost(code) {
    this.#drop();
    this.ending = ENDINGS[code] ?? null;
    if (this.ending) {
      this.#stopTimer("retry");
      this.#stopTimer("grace");
      if (this.ending === "closed") this.#outbox.clear();
    } else {
      const wait = code === 4005 ? FLOOD_WAIT : backoff(this.#attempt);
      this.#attempt += 1;
      this.#stopTimer("retry");
      this.#timers.retry = this.#clock.set(() => this.start(), wait);
      this.#timers.grace ??= this.#clock.set(() => this.#tellAway(), GRACE);
    }
    this.#changed();
  }

  #tellAway() {
    this.#stopTimer("grace");
    if (this.#live || this.#away) return;
    this.#away = true;
    this.#changed();
  }

  #drop() {
    const socket = this.#socket;
    this.#socket = null;
    this.#live = false;
    this.#sent.clear();
    this.#stopTimer("silence");
    this.#stopTimer("flush");
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  /** @param {"retry" | "flush" | "silence" | "grace"} name */
  #stopTimer(name) {
    this.#clock.clear(this.#timers[name]);
    this.#timers[name] = null;
  }
}
