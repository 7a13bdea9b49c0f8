/** Places of a picture that can be pressed: real buttons, laid over what is drawn. */
import { attribute, h } from "../dom.js";

/**
 * A part of a picture, in pixels of the box that the picture was designed in.
 *
 * @typedef {object} Place
 * @property {string} id
 * @property {string} label what the place is called
 * @property {number} x of its left side
 * @property {number} y of its top
 * @property {number} width
 * @property {number} height
 * @property {boolean | null} [open] whether what it opens is open; left out where it opens nothing
 */

export const LEAST = 44; // pixels on the screen, for a finger

/**
 * Where a place is on the screen: as large as it is drawn, but never too small to press.
 *
 * @param {Place} place
 * @param {number} scale of the picture
 * @param {number} left where the picture begins
 */
export function onScreen({ x, y, width, height }, scale, left) {
  const across = Math.max(LEAST, width * scale);
  const down = Math.max(LEAST, height * scale);
  return {
    left: left + (x + width / 2) * scale - across / 2,
    top: (y + height / 2) * scale - down / 2,
    width: across,
    height: down,
  };
}

/** @param {(id: string) => void} onPress */
export function createPlaces(onPress) {
  const el = h("div", { class: "vt-chart-places" });
  /** @type {Place[]} */
  let places = [];

  /** @param {number} index */
  function makeButton(index) {
    const onclick = () => onPress(places[index].id);
    return h("button", { type: "button", class: "vt-chart-place", onclick });
  }

  return {
    el,
    /** A button stays while its place does, and the keyboard with it. @param {Place[]} now */
    update(now) {
      places = now;
      while (el.children.length > now.length) el.lastElementChild?.remove();
      while (el.children.length < now.length) el.append(makeButton(el.children.length));
      now.forEach(({ id, label, open }, index) => {
        attribute(el.children[index], "data-place", id);
        attribute(el.children[index], "aria-label", label);
        attribute(el.children[index], "title", label);
        attribute(el.children[index], "aria-expanded", typeof open === "boolean" ? String(open) : null);
      });
    },
    /** @param {number} scale @param {number} left */
    fit(scale, left) {
      places.forEach((place, index) => {
        const { style } = /** @type {HTMLElement} */ (el.children[index]);
        for (const [name, value] of Object.entries(onScreen(place, scale, left))) {
          style.setProperty(name, `${value}px`);
        }
      });
    },
  };
}
