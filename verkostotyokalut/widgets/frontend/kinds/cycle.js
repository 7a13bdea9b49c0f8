/** The question kind "cycle": a place on a ring of phases, chosen from a list or on the ring. */

import { detailMinimum } from "../disclosure.js";
import { attribute, h, into, uid, write } from "../dom.js";

const SVG = "http://www.w3.org/2000/svg";
/** The ring's middle line, in units of a 100 × 100 picture. */
const RADIUS = 40;

/**
 * @typedef {object} Phase
 * @property {string} id
 * @property {import("../types.js").Text} label
 * @property {import("../types.js").Text} description
 * @property {import("../types.js").Shape} shape
 */

/**
 * Where a part of a phase is on the picture.
 *
 * @param {number} phase index from 0
 * @param {number} part from 1
 * @param {number} phases
 * @param {number} parts
 * @returns {{x: number, y: number}}
 */
export function spot(phase, part, phases, parts) {
  const turn = (phase + (part - 0.5) / parts) / phases;
  const angle = 2 * Math.PI * turn;
  return { x: 50 + RADIUS * Math.sin(angle), y: 50 - RADIUS * Math.cos(angle) };
}

/**
 * Draw one item.
 *
 * @param {import("../types.js").KindOptions} options
 * @returns {import("../types.js").Card}
 */
export function render({ item, question, value, result, minimum, locked, language, t, onChange }) {
  const { phases, parts } = /** @type {{phases: Phase[], parts: import("../types.js").Text[]}} */ (
    /** @type {unknown} */ (question)
  );
  const [title, statement, name] = [uid(), uid(), uid()];
  const mark = document.createElementNS(SVG, "circle");
  attribute(mark, "r", 6);
  attribute(mark, "class", "vt-cycle-mark");
  const picture = document.createElementNS(SVG, "svg");
  for (const [key, said] of Object.entries({ viewBox: "0 0 100 100", "aria-hidden": "true", class: "vt-cycle-ring" })) {
    attribute(picture, key, said);
  }
  phases.forEach((phase, index) => picture.append(arc(index, phases.length, phase.shape)));
  picture.append(mark);

  /** @type {{phase: string, part: number, input: HTMLInputElement}[]} */
  const places = [];
  const rooms = new Map(phases.map(({ id }) => [id, h("span", { class: "vt-cycle-room" })]));
  const list = h(
    "div",
    { class: "vt-cycle-list", role: "radiogroup", "aria-labelledby": title, "aria-describedby": statement },
    ...phases.map((phase, index) => {
      const label = uid();
      return h(
        "div",
        { class: `vt-cycle-phase vt-${phase.shape}`, role: "group", "aria-labelledby": label },
        h("p", { id: label }, h("b", {}, `${index + 1}. ${into(phase.label, language)}`), " ", rooms.get(phase.id) ?? null),
        h("p", { class: "vt-cycle-words" }, into(phase.description, language)),
        h("div", { class: "vt-cycle-parts" }, ...parts.map((text, part) => choice(phase, part + 1, into(text, language)))),
      );
    }),
  );
  const answer = h("span", { class: "vt-answer", "aria-live": "polite" });
  const clear = h("button", { type: "button", class: "vt-clear", onclick: () => choose(null) }, t("Clear"));
  const unsure = h("button", { type: "button", class: "vt-chip vt-unsure" }, t("I can't say"));
  unsure.addEventListener("click", () => choose(value === "dont_know" ? null : "dont_know"));
  const room = h("p", { class: "vt-room" });
  const el = h(
    "section",
    { class: "vt-card vt-cycle", role: "group", "aria-labelledby": title },
    h("h3", { id: title }, into(item.label, language)),
    h("p", { class: "vt-statement", id: statement }, into(item.statement, language)),
    h("div", { class: "vt-cycle-columns" }, picture, list),
    room,
    h("div", { class: "vt-foot" }, answer, clear, question.dont_know ? unsure : null),
  );

  /** @param {Phase} phase @param {number} part @param {string} text */
  function choice(phase, part, text) {
    const input = h("input", { type: "radio", name, value: `${phase.id}/${part}` });
    input.addEventListener("change", () => choose({ phase: phase.id, part }));
    places.push({ phase: phase.id, part, input });
    return h("label", { class: "vt-cycle-part" }, input, h("span", {}, text));
  }

  /** @param {import("../types.js").Value} next */
  function choose(next) {
    if (!locked) {
      value = next;
      onChange(value);
    }
    draw();
  }

  function draw() {
    const chosen = value !== null && value !== "dont_know" ? value : null;
    for (const { phase, part, input } of places) {
      input.checked = chosen !== null && chosen.phase === phase && chosen.part === part;
      input.disabled = locked;
    }
    attribute(mark, "visibility", chosen ? "visible" : "hidden");
    if (chosen) {
      const index = phases.findIndex(({ id }) => id === chosen.phase);
      const { x, y } = spot(index, chosen.part, phases.length, parts.length);
      attribute(mark, "cx", x.toFixed(2));
      attribute(mark, "cy", y.toFixed(2));
      write(answer, `${into(phases[index]?.label, language)}: ${into(parts[chosen.part - 1], language)}`);
    } else {
      write(answer, value ? t("I can't say") : t("You have not answered yet"));
    }
    attribute(unsure, "aria-pressed", value === "dont_know" ? "true" : "false");
    attribute(unsure, "aria-disabled", locked ? "true" : null);
    clear.hidden = !chosen || locked;
    el.classList.toggle("vt-answered", value !== null);
    el.classList.toggle("vt-locked", locked);
  }

  function drawRoom() {
    room.hidden = result !== null;
    if (result === null) {
      const needed = detailMinimum(minimum);
      write(room, t("Fewer than {minimum} answers: not shown", { minimum: needed }));
    }
    const counts = /** @type {{n: number, phases: Record<string, number>} | null | undefined} */ (
      /** @type {unknown} */ (result)
    );
    for (const [id, words] of rooms) {
      write(words, counts ? t("Room: {count} of {n}", { count: counts.phases[id] ?? 0, n: counts.n }) : "");
    }
  }

  draw();
  drawRoom();
  return {
    el,
    update(now) {
      ({ value, result, locked } = now);
      draw();
      drawRoom();
    },
  };
}

/**
 * A phase's part of the ring.
 *
 * @param {number} index
 * @param {number} count
 * @param {import("../types.js").Shape} shape
 */
function arc(index, count, shape) {
  const gap = 0.015;
  const [start, end] = [index / count + gap, (index + 1) / count - gap].map((turn) => turn * 2 * Math.PI);
  /** @param {number} angle */
  const at = (angle) =>
    `${(50 + RADIUS * Math.sin(angle)).toFixed(2)},${(50 - RADIUS * Math.cos(angle)).toFixed(2)}`;
  const part = document.createElementNS(SVG, "path");
  attribute(part, "class", `vt-${shape}`);
  attribute(part, "d", `M${at(start)}A${RADIUS},${RADIUS} 0 ${(end - start) > Math.PI ? 1 : 0} 1 ${at(end)}`);
  return part;
}
