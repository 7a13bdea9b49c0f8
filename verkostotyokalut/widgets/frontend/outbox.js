/** What the phone keeps: who it is, and the answers the server does not have yet. */

/** @typedef {import("./types.js").Change} Change */
/** @typedef {import("./types.js").Entry} Entry */

/**
 * One JSON value kept in the browser; in memory when the browser gives no storage.
 *
 * @template T
 * @param {Storage | null} storage
 * @param {string} key
 * @param {T} empty
 */
export function shelf(storage, key, empty) {
  let memory = empty;
  let usable = storage !== null;
  return {
    /** @returns {T} */
    read() {
      try {
        const kept = usable ? storage?.getItem(key) : null;
        if (kept) memory = { ...empty, ...JSON.parse(kept) };
      } catch {
        usable = false;
      }
      return memory;
    },
    /** @param {T} value */
    write(value) {
      memory = value;
      try {
        if (usable) storage?.setItem(key, JSON.stringify(value));
      } catch {
        usable = false;
      }
    },
  };
}

/**
 * Who this phone is, the number of its last change, and the changes the server does not have yet.
 * Read and written through at every step, so two tabs share it.
 *
 * @param {Storage | null} storage
 * @param {string} prefix
 */
export function createOutbox(storage, prefix) {
  /** @type {{token: string | null, seq: number, queue: Entry[]}} */
  const empty = { token: null, seq: 0, queue: [] };
  const kept = shelf(storage, `${prefix}:outbox`, empty);

  return {
    /**
     * The secret by which the server knows this phone again. Drawn here and kept before it is
     * first sent, so that a lost welcome doesn't make two participants of one.
     */
    token() {
      const now = kept.read();
      if (now.token) return now.token;
      const token = drawToken();
      kept.write({ ...now, token });
      return token;
    },
    /** @returns {Entry[]} oldest first */
    entries: () => kept.read().queue,
    /** @param {string} token @param {number} seq the last number the server knows */
    meet(token, seq) {
      const now = kept.read();
      kept.write({ ...now, token, seq: Math.max(now.seq, seq) });
    },
    /**
     * Put a change in; it replaces an older one of the same item, or of the group.
     *
     * @param {Change} change
     */
    add(change) {
      const { token, seq, queue } = kept.read();
      const entry = { ...change, seq: seq + 1 };
      const others = queue.filter((old) => about(old) !== about(change));
      kept.write({ token, seq: entry.seq, queue: [...others, entry] });
    },
    /** Take a change out. @param {number} seq */
    settle(seq) {
      const now = kept.read();
      if (now.queue.some((entry) => entry.seq === seq)) {
        kept.write({ ...now, queue: now.queue.filter((entry) => entry.seq !== seq) });
      }
    },
    clear() {
      kept.write({ ...kept.read(), queue: [] });
    },
  };
}

/** What a change is about. @param {Change} change */
function about(change) {
  return "group" in change ? "group" : `${change.round}/${change.instrument}/${change.item}`;
}

/** 128 random bits, as 22 characters of base64url. */
function drawToken() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}
