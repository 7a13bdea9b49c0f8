/** How many people's answers it takes to be told of what they chose. */

/**
 * The limit of what is told in detail: choices, phases and dots of so many people. The server
 * hides what it must by the same rule; here it only puts the number into words.
 *
 * @param {number} minimum the session's disclosure limit
 */
export const detailMinimum = (minimum) => minimum + Math.ceil(minimum / 2);
