/**
 * Outlines blocks of dots: the same as `charts/paths.py` does, from the few numbers that a live
 * figure sends for them.
 */

/** How far the handles of a half circle's cubic stand, in radii. */
const ARC = 4 / 3;

/** @typedef {[shape: string, columns: number, pitch: number, size: number, cells: [number, number, number][]]} Dots */

/** @param {number} value */
const short = (value) => Math.round(value * 10) / 10;

/**
 * @param {Dots} dots
 * @returns {string} an SVG path; its dots are closed all at once, by the Z at the end
 */
export function outline([shape, columns, pitch, size, cells]) {
  const dot = FORMS[shape] ?? circle;
  let path = "";
  for (const [x, y, count] of cells) {
    const rows = Math.ceil(count / columns);
    const across = Math.ceil(count / rows);
    const left = x - ((across - 1) / 2) * pitch;
    const top = y - ((rows - 1) / 2) * pitch;
    for (let index = 0; index < count; index += 1) {
      path += dot(left + (index % across) * pitch, top + Math.floor(index / across) * pitch, size / 2);
    }
  }
  return path && `${path}Z`;
}

/** @type {Record<string, (x: number, y: number, half: number) => string>} */
const FORMS = {
  square: (x, y, half) => `M${short(x - half)},${short(y - half)}H${short(x + half)}V${short(y + half)}H${short(x - half)}`,
  triangle: (x, y, half) =>
    `M${short(x - half)},${short(y + half)}L${short(x)},${short(y - half)}L${short(x + half)},${short(y + half)}`,
  diamond: (x, y, half) =>
    `M${short(x - half)},${short(y)}L${short(x)},${short(y - half)}L${short(x + half)},${short(y)}L${short(x)},${short(y + half)}`,
};

/** @param {number} x @param {number} y @param {number} half */
function circle(x, y, half) {
  const [left, right, middle] = [short(x - half), short(x + half), short(y)];
  const [top, bottom] = [short(y - half * ARC), short(y + half * ARC)];
  return `M${left},${middle}C${left},${top} ${right},${top} ${right},${middle}S${left},${bottom} ${left},${middle}`;
}

/**
 * A figure as plotly takes it: its dots outlined.
 *
 * @template {{layout: {shapes?: any[]}}} F
 * @param {F} figure
 * @returns {F}
 */
export function outlined(figure) {
  for (const shape of figure.layout.shapes ?? []) {
    if (!shape.dots) continue;
    shape.path = outline(shape.dots);
    delete shape.dots;
  }
  return figure;
}
