/** The projector's page of what the room has agreed, as large as it fits. */
import { titleOf } from "./agreement_words.js";
import { least, leftOut, SIZES } from "./board_fit.js";
import { attribute, h } from "../dom.js";
import { drawn } from "./frame.js";

/** @typedef {{ id: string, what: string, who: string, due: string, about: string }} Row */
/** @typedef {{ id: import("./agreement_words.js").Part, rows: Row[] }} Part */
/** @typedef {import("../types.js").Translate} Translate */

/** @param {{ model: import("../types.js").Model, el: HTMLElement }} host */
function render(host) {
  const content = h("div", { class: "vt-board-content" });
  const root = h("section", { class: "vt vt-board" }, content);
  /** @type {string[] | null} */
  let seen = null;

  /** @param {{ parts?: Part[] }} view @param {Translate} t */
  function draw(view, t) {
    const parts = (view.parts ?? []).filter(({ rows }) => rows.length);
    attribute(root, "aria-label", t("What we agree"));
    root.classList.toggle("vt-board-empty", parts.length === 0);
    if (parts.length) fit(parts, t);
    else content.replaceChildren(h("p", {}, t("We write together what we agree.")));
    const rows = parts.flatMap((part) => part.rows).map(({ id }) => id);
    const before = seen;
    if (before) mark(rows.filter((id) => !before.includes(id)));
    seen = rows;
  }

  /** @param {Part[]} parts @param {Translate} t */
  function fit(parts, t) {
    const size = SIZES.find((one) => fits(parts, one, 0, t)) ?? SIZES[SIZES.length - 1];
    if (fits(parts, size, 0, t)) return;
    const all = parts.reduce((sum, { rows }) => sum + rows.length, 0);
    const out = least(1, all - parts.length, (n) => fits(parts, size, n, t));
    fits(parts, size, out, t);
  }

  /**
   * Draw, and tell whether it fits.
   *
   * @param {Part[]} parts @param {typeof SIZES[number]} how @param {number} out @param {Translate} t
   */
  function fits(parts, how, out, t) {
    const gone = leftOut(parts.map(({ rows }) => rows.length), out);
    attribute(content, "data-size", how.size);
    content.style.columnCount = String(how.columns);
    content.replaceChildren(...parts.map((part, at) => partOf(part, gone[at], t)));
    return content.offsetHeight <= root.clientHeight;
  }

  /** @param {string[]} ids of rows that are new: the room's eyes find them */
  function mark(ids) {
    for (const row of content.querySelectorAll("li")) {
      if (ids.includes(row.dataset.id ?? "")) row.classList.add("vt-board-new");
    }
  }

  const frame = drawn(host, root, draw);
  const watch = new ResizeObserver(frame.redraw);
  watch.observe(root);
  return () => {
    watch.disconnect();
    frame.stop();
  };
}

/** @param {Part} part @param {number} out how many of the oldest are left out @param {Translate} t */
function partOf({ id, rows }, out, t) {
  const shown = rows.slice(out).map((row) => {
    const more = [row.who, row.due].filter(Boolean);
    return h(
      "li",
      { "data-id": row.id },
      h("p", { class: "vt-board-what" }, row.what),
      more.length || row.about
        ? h(
            "p",
            { class: "vt-board-more" },
            ...more.map((words) => h("b", {}, words)),
            row.about && row.about !== row.what ? h("span", {}, row.about) : null,
          )
        : null,
    );
  });
  return h(
    "section",
    { class: `vt-board-part vt-board-${id}` },
    h("h2", {}, titleOf(id, t), " ", h("span", { class: "vt-board-count" }, String(rows.length))),
    out ? h("p", { class: "vt-board-out" }, t("and {n} earlier", { n: out })) : null,
    h("ul", { role: "list" }, ...shown),
  );
}

export default { render };
