/** Notes for a wall: what changes in an answer when one is written, taken back or liked. */

/** @typedef {{id: string, text: string, month?: number}} Note */
/** @typedef {{notes: Note[], likes: string[]} | null} Answer null: neither notes nor likes */
/** @typedef {{notes: number, characters: number, likes: number, calendar: boolean}} Limits */
/** A note on the room's wall; `merged` are the ids of others like it, shown as one with it.
 * @typedef {{id: string, text: string, month?: number, merged?: string[]}} Shown */
/** @typedef {{n: number, more: number, groups: {title: string, notes: Shown[]}[]}} Result */

/**
 * What is kept of what somebody typed: one line, without what can't be seen or turns lines round.
 *
 * @param {string} typed
 */
export function clean(typed) {
  return typed
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/[\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * How many characters there is still room for; below zero when there are too many.
 *
 * @param {string} typed
 * @param {number} most
 */
export function room(typed, most) {
  // By character, as the server counts them: an emoji is two units of a JavaScript string.
  return most - [...clean(typed)].length;
}

/**
 * @param {Note[]} notes
 * @param {string[]} likes
 * @returns {Answer}
 */
function answer(notes, likes) {
  return notes.length || likes.length ? { notes, likes } : null;
}

/**
 * The answer with a note put at a place, or in place of the one with its id.
 *
 * @param {Answer} value
 * @param {Note} note
 * @param {number} [place] where it was, if it comes back
 * @returns {Answer}
 */
export function put(value, note, place) {
  const notes = [...(value?.notes ?? [])];
  const at = notes.findIndex(({ id }) => id === note.id);
  if (at >= 0) notes[at] = note;
  else notes.splice(place ?? notes.length, 0, note);
  return answer(notes, value?.likes ?? []);
}

/**
 * The answer without a note.
 *
 * @param {Answer} value
 * @param {string} id
 * @returns {Answer}
 */
export function removed(value, id) {
  return answer((value?.notes ?? []).filter((note) => note.id !== id), value?.likes ?? []);
}

/** Every id that a note on the wall goes by. @param {Shown} note */
export const names = (note) => [note.id, ...(note.merged ?? [])];

/**
 * Whether one of the own notes is, or is shown as, a note on the wall: an id begins with the key.
 *
 * @param {Answer} value
 * @param {Shown} note
 */
export function isOwn(value, note) {
  const keys = (value?.notes ?? []).map(({ id }) => id);
  return names(note).some((name) => keys.includes(name.split("-")[0]));
}

/** @param {Answer} value @param {Shown} note */
export function isLiked(value, note) {
  return names(note).some((name) => value?.likes.includes(name));
}

/**
 * How many likes are left; those of notes that have gone from the wall are given back.
 *
 * @param {Answer} value
 * @param {Shown[]} shown
 * @param {number} most
 */
export function likesLeft(value, shown, most) {
  return most - shown.filter((note) => isLiked(value, note)).length;
}

/**
 * The answer after a note's like was pressed; the same answer when no likes are left.
 *
 * @param {Answer} value
 * @param {Shown} note
 * @param {Shown[]} shown every note on the wall
 * @param {number} most
 * @returns {Answer}
 */
export function liked(value, note, shown, most) {
  const likes = value?.likes ?? [];
  const mine = names(note);
  if (isLiked(value, note)) return answer(value?.notes ?? [], likes.filter((id) => !mine.includes(id)));
  if (likesLeft(value, shown, most) <= 0) return value;
  // One for each note in sight; what can't be seen any more makes room, the oldest first.
  const seen = shown.flatMap((one) => names(one).filter((id) => likes.includes(id)).slice(0, 1));
  const unseen = likes.filter((id) => !shown.some((one) => names(one).includes(id)));
  const fit = Math.max(0, most - 1 - seen.length);
  return answer(value?.notes ?? [], [...(fit ? unseen.slice(-fit) : []), ...seen, note.id]);
}
