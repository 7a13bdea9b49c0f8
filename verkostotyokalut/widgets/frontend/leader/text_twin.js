/** The text twin of a picture: the same in words and numbers, as a real table. */
import { attribute, h, write } from "../dom.js";

/**
 * @typedef {object} Twin
 * @property {string} [caption]
 * @property {string[]} [columns]
 * @property {string[][]} [rows] the first cell of a row is its heading
 */

/**
 * A table in a `<details>`. An update changes only the cells that differ, so that an open table
 * stays open and a reader stays where they were.
 */
export function textTwin() {
  const summary = h("summary", {});
  const caption = h("caption", {});
  const head = h("tr", {});
  const body = h("tbody", {});
  const table = h("table", {}, caption, h("thead", {}, head), body);
  // Scrolls sideways on a narrow screen, so it has to be reachable by the keyboard.
  const frame = h("div", { class: "vt-twin-frame", role: "region", tabindex: "0" }, table);
  const details = h("details", { class: "vt-twin", hidden: true }, summary, frame);
  /** @type {Twin} */
  let newest = {};

  function fill() {
    if (!details.open) return;
    write(caption, newest.caption ?? "");
    attribute(frame, "aria-label", newest.caption);
    fillRow(head, newest.columns ?? [], () => h("th", { scope: "col" }));
    const rows = newest.rows ?? [];
    while (body.rows.length > rows.length) body.deleteRow(-1);
    rows.forEach((cells, index) => {
      fillRow(body.rows[index] ?? body.insertRow(), cells, (column) =>
        column === 0 ? h("th", { scope: "row" }) : h("td", {}),
      );
    });
  }

  details.addEventListener("toggle", fill);
  return {
    el: details,
    /** @param {Twin} twin */
    update(twin) {
      newest = twin;
      details.hidden = !twin.rows?.length;
      fill();
    },
    /** @param {string} words what the closed table is called */
    name(words) {
      write(summary, words);
    },
    open() {
      details.open = true;
    },
  };
}

/**
 * @param {HTMLTableRowElement} row
 * @param {string[]} cells
 * @param {(column: number) => HTMLElement} make
 */
function fillRow(row, cells, make) {
  while (row.cells.length > cells.length) row.deleteCell(-1);
  cells.forEach((words, column) => {
    if (!row.cells[column]) row.append(make(column));
    write(row.cells[column], words);
  });
}
