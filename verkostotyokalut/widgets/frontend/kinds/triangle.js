/** The question kind "triangle": a point between three corners, now and as one wants it to be. */

import { attribute, h, into, uid, write } from "../dom.js";

/** @typedef {"now" | "wanted"} View */
/** How much of each corner, per cent, 100 together. @typedef {number[]} Shares */
/** @typedef {{n: number, mean: Shares}} Mean */
/** @typedef {import("../types.js").Text} Text */
/** @typedef {{label: Text, traits: Text[]}} Corner */

/** @type {View[]} */
const VIEWS = ["now", "wanted"];
const STEP = 10;
/** Where the corners are drawn: bottom left, bottom right, top. */
const CORNERS = [
  [4, 90],
  [96, 90],
  [50, 10],
];

/**
 * The shares after − or + on a corner. What it gains, the larger of the other two gives.
 *
 * @param {Shares | null} shares
 * @param {number} corner
 * @param {number} by 1 or −1
 * @returns {Shares}
 */
export function step(shares, corner, by) {
  if (!shares) return CORNERS.map((_, i) => (by > 0 ? (i === corner ? 40 : 30) : i === corner ? 20 : 40));
  const others = [0, 1, 2].filter((index) => index !== corner);
  const [a, b] = others;
  // The larger gives, the smaller gets: steps go towards the middle between the other two.
  const other = by > 0 === shares[a] >= shares[b] ? a : b;
  const after = [...shares];
  after[corner] += by * STEP;
  after[other] -= by * STEP;
  return Math.min(...after) < 0 || Math.max(...after) > 100 ? shares : after;
}

/** Where shares are in the drawing. @param {Shares} shares @returns {[number, number]} */
export function place(shares) {
  /** @param {number} axis */
  const along = (axis) => CORNERS.reduce((sum, at, i) => sum + (at[axis] * shares[i]) / 100, 0);
  return [along(0), along(1)];
}

/**
 * The shares nearest to a place in the drawing, in whole steps that add up to 100.
 *
 * @param {number} x
 * @param {number} y
 * @returns {Shares}
 */
export function nearest(x, y) {
  const [[x0, y0], [x1], [, y2]] = CORNERS;
  const top = (y0 - y) / (y0 - y2);
  const right = (x - x0) / (x1 - x0) - top / 2;
  const parts = [1 - top - right, right, top].map((part) => Math.max(0, part));
  const sum = parts.reduce((all, part) => all + part, 0);
  const steps = parts.map((part) => (part / sum) * (100 / STEP));
  const whole = steps.map(Math.floor);
  const order = [0, 1, 2].sort((a, b) => steps[b] - whole[b] - (steps[a] - whole[a]));
  const missing = 100 / STEP - whole.reduce((all, part) => all + part, 0);
  for (const index of order.slice(0, missing)) whole[index] += 1;
  return whole.map((part) => part * STEP);
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...SVGElement} children
 */
function svg(tag, attributes, ...children) {
  const el = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) attribute(el, name, value);
  el.append(...children);
  return el;
}

/**
 * The triangle with one's own points and the room's, and a tap on it.
 *
 * @param {string[]} names of the corners
 * @param {(shares: Shares) => void} onTap
 */
function drawing(names, onTap) {
  const dots = [];
  for (let a = 0; a <= 100; a += STEP) {
    for (let b = 0; a + b <= 100; b += STEP) {
      const [cx, cy] = place([a, b, 100 - a - b]);
      dots.push(svg("circle", { cx, cy, r: 0.7, class: "vt-ternary-dot" }));
    }
  }
  const outline = `M${CORNERS.map((at) => at.join(",")).join("L")}Z`;
  const [way, roomWay] = ["vt-ternary-way", "vt-ternary-room-way"].map((name) =>
    svg("path", { class: name }),
  );
  const mine = VIEWS.map((view) => svg("circle", { r: 4.5, class: `vt-ternary-${view}` }));
  const room = VIEWS.map((view) =>
    svg("path", { class: `vt-ternary-room-${view}`, d: "M0,-3.4L3.4,0L0,3.4L-3.4,0Z" }),
  );
  const plane = svg(
    "svg",
    { viewBox: "0 0 100 94", class: "vt-ternary-plane" },
    svg("path", { d: outline, class: "vt-ternary-sides" }),
    ...dots,
    roomWay,
    way,
    ...[...mine].reverse(),
    ...[...room].reverse(),
  );
  plane.addEventListener("click", (event) => {
    const box = plane.getBoundingClientRect();
    const scale = 100 / box.width;
    onTap(nearest((event.clientX - box.left) * scale, (event.clientY - box.top) * scale));
  });
  const figure = h(
    "div",
    { class: "vt-ternary", "aria-hidden": "true" },
    h("span", { class: "vt-ternary-top" }, names[2]),
    plane,
    h("div", { class: "vt-ends" }, h("span", {}, names[0]), h("span", {}, names[1])),
  );

  /** @param {Element} line @param {(Shares | null)[]} ends */
  function join(line, ends) {
    const [from, to] = ends.map((end) => (end ? place(end).join(",") : null));
    attribute(line, "d", from && to ? `M${from}L${to}` : null);
  }
  return {
    el: figure,
    /** @param {(Shares | null)[]} own @param {(Shares | null)[]} means */
    update(own, means) {
      join(way, own);
      join(roomWay, means);
      VIEWS.forEach((_, index) => {
        const [here, there] = [own[index], means[index]];
        attribute(mine[index], "display", here ? null : "none");
        attribute(room[index], "display", there ? null : "none");
        if (here) attribute(mine[index], "transform", `translate(${place(here).join(" ")})`);
        if (there) attribute(room[index], "transform", `translate(${place(there).join(" ")})`);
      });
    },
  };
}

/** @param {import("../types.js").Translate} t */
export const how = (t) => t("Use the buttons or tap the triangle.");

/**
 * Draw one item.
 *
 * @param {Omit<import("../types.js").KindOptions, "question" | "result"> & {question: any, result: any}} options
 * @returns {import("../types.js").Card}
 */
export function render({ item, question, value, result, minimum, locked, language, t, shape, onChange }) {
  const corners = /** @type {Corner[]} */ (question.corners);
  const labels = corners.map((corner) => into(corner.label, language));
  const [title, statement, room] = [uid(), uid(), uid()];
  const names = { now: t("Now"), wanted: t("Wanted") };
  /** Which of the two the buttons and the triangle set. @type {View} */
  let view = "now";

  const views = VIEWS.map((one) =>
    h("button", { type: "button", class: "vt-chip vt-view", onclick: () => turn(one) }, names[one]),
  );
  const steppers = labels.map((label, corner) => {
    const share = h("span", { class: "vt-stepper-share" });
    const [less, more] = [-1, 1].map((by) =>
      h(
        "button",
        {
          type: "button",
          class: "vt-pm",
          "aria-label": `${label}: ${by < 0 ? t("Less") : t("More")}`,
          onclick: () => set(step(own(view), corner, by)),
        },
        by < 0 ? "−" : "+",
      ),
    );
    const el = h(
      "div",
      { class: "vt-stepper", role: "group", "aria-label": label },
      h("span", { class: "vt-stepper-name" }, label),
      less,
      share,
      more,
    );
    return { el, share, less, more };
  });
  const triangle = drawing(labels, (shares) => set(shares));
  const practice = h(
    "details",
    { class: "vt-practice" },
    h("summary", {}, t("What the corners are like")),
    ...corners.map((corner, index) =>
      h(
        "div",
        {},
        h("p", { class: "vt-slider-name" }, labels[index]),
        h(
          "ul",
          {},
          ...corner.traits.map((trait, row) =>
            h("li", {}, `${into(question.rows[row], language)}: ${into(trait, language)}`),
          ),
        ),
      ),
    ),
  );
  const roomLines = VIEWS.map(() => h("span", { class: "vt-room-view" }));
  const roomWords = h("p", { class: "vt-room", id: room }, ...roomLines);
  const answer = h("span", { class: "vt-answer", "aria-live": "polite" });
  const clear = h("button", { type: "button", class: "vt-clear" }, t("Clear"));
  const unsure = h("button", { type: "button", class: "vt-chip vt-unsure" }, t("I can't say"));
  const el = h(
    "section",
    {
      class: `vt-card vt-triangle-kind vt-${shape}`,
      role: "group",
      "aria-labelledby": title,
      "aria-describedby": `${statement} ${room}`,
    },
    h("h3", { id: title }, into(item.label, language)),
    h("p", { class: "vt-statement", id: statement }, into(item.statement, language)),
    question.rows.length ? practice : null,
    h("div", { class: "vt-views", role: "group", "aria-labelledby": title }, ...views),
    ...steppers.map((stepper) => stepper.el),
    triangle.el,
    roomWords,
    h("div", { class: "vt-foot" }, answer, clear, question.dont_know ? unsure : null),
  );

  /** @param {View} one @returns {Shares | null} */
  const own = (one) => (value && value !== "dont_know" ? (value[one] ?? null) : null);
  /** @param {number} share */
  const percent = (share) => (share / 100).toLocaleString(language, { style: "percent" });
  /** @param {Shares} shares */
  const words = (shares) => labels.map((label, i) => `${label} ${percent(shares[i])}`).join(", ");

  function said() {
    if (value === null) return t("You have not answered yet");
    if (value === "dont_know") return t("I can't say");
    return VIEWS.map((one) => ({ one, shares: own(one) }))
      .flatMap(({ one, shares }) => (shares ? [`${names[one]}: ${words(shares)}`] : []))
      .join(" → ");
  }

  function draw() {
    const shares = own(view);
    views.forEach((button, i) => {
      attribute(button, "aria-pressed", VIEWS[i] === view ? "true" : "false");
    });
    steppers.forEach(({ share, less, more }, corner) => {
      write(share, shares ? percent(shares[corner]) : "–");
      attribute(less, "aria-disabled", locked || shares?.[corner] === 0 ? "true" : null);
      attribute(more, "aria-disabled", locked || shares?.[corner] === 100 ? "true" : null);
    });
    const means = VIEWS.map((one) => result?.[one]?.mean ?? null);
    triangle.update(VIEWS.map(own), means);
    roomWords.hidden = result === undefined;
    VIEWS.forEach((one, i) => {
      const there = /** @type {Mean | null} */ (result?.[one] ?? null);
      const about = there
        ? t("Room's mean: {shares} (n = {n})", { shares: words(there.mean), n: there.n })
        : t("Fewer than {minimum} answers: not shown", { minimum });
      write(roomLines[i], `${names[one]}: ${about}`);
    });
    clear.hidden = locked || value === null || value === "dont_know";
    attribute(unsure, "aria-pressed", value === "dont_know" ? "true" : "false");
    attribute(unsure, "aria-disabled", locked ? "true" : null);
    write(answer, said());
    el.classList.toggle("vt-answered", value !== null);
    el.classList.toggle("vt-locked", locked);
  }

  /** @param {View} to */
  function turn(to) {
    view = to;
    draw();
  }

  /** @param {import("../types.js").Value} next */
  function choose(next) {
    if (locked) return;
    value = next;
    draw();
    onChange(value);
  }

  /** @param {Shares} shares */
  function set(shares) {
    choose({ ...(value === "dont_know" ? null : value), [view]: shares });
  }

  unsure.addEventListener("click", () => choose(value === "dont_know" ? null : "dont_know"));
  clear.addEventListener("click", () => {
    choose(null);
    views[0].focus({ preventScroll: true });
  });

  draw();
  return {
    el,
    update(now) {
      ({ value, locked, result } = now);
      draw();
    },
  };
}
