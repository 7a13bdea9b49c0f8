/** How a long list fits on a wall: which sizes are tried, and what is left out when none is enough. */

/** Types and columns, from the largest; the last is the smallest that is read from the back row. */
export const SIZES = [
  { size: "large", columns: 1 },
  { size: "large", columns: 2 },
  { size: "medium", columns: 2 },
  { size: "small", columns: 2 },
  { size: "small", columns: 3 },
];

/**
 * How many rows of each part are left out, oldest first and of the longest part first, when so
 * many must go; the newest of a part always stays.
 *
 * @param {number[]} lengths
 * @param {number} out
 */
export function leftOut(lengths, out) {
  const gone = lengths.map(() => 0);
  for (let n = 0; n < out; n += 1) {
    const rest = lengths.map((length, at) => length - gone[at]);
    const longest = rest.indexOf(Math.max(...rest));
    if (rest[longest] < 2) break;
    gone[longest] += 1;
  }
  return gone;
}

/**
 * The least number from `from` to `most` that is enough; `most` if none is.
 *
 * @param {number} from
 * @param {number} most
 * @param {(n: number) => boolean} enough true for every number above one for which it is true
 */
export function least(from, most, enough) {
  let [low, high] = [from, most];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
