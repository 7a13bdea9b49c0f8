/** Ids of what a participant or a leader adds, drawn by chance. */

const SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789";

/** A new id: six letters or digits. */
export function drawId() {
  let id = "";
  while (id.length < 6) {
    const [byte] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < 252) id += SIGNS[byte % 36]; // 252 is 7 × 36: each is as likely
  }
  return id;
}
