/** One note on the leader's wall, with what can be done to it by mouse, touch and keyboard. */
import { h } from "../dom.js";

/** @typedef {import("./wall.js").Note} Note */
/** @typedef {import("./wall.js").Item} Item */

const SHORT = 60; // characters of another note in a list of choices

/**
 * @param {Item} item
 * @param {Note} note
 * @param {string} group the note's group; "" when it has none
 * @param {import("./wall.js").Act} act
 * @param {import("../types.js").Translate} t
 */
export function noteCard(item, note, group, act, t) {
  const name = `${item.id}/${note.id}`;
  const groups = choice(
    t("Topic of the note: {note}", { note: short(note.text) }),
    [["", t("No topic")], ...item.groups.map(({ id, title }) => [id, title])],
    group,
    (chosen) => act({ do: "group", note: note.id, group: chosen }),
  );
  groups.dataset.keep = `${name}/group`;
  const merge = choice(
    t("Put together with another note: {note}", { note: short(note.text) }),
    [["", t("Put together…")]],
    "",
    (chosen) => act({ do: "merge", note: note.id, into: chosen }),
  );
  // Only when it is about to open: every note listing all the others would be too much to draw.
  merge.addEventListener("focus", () => {
    const others = [...item.groups.flatMap(({ notes }) => notes), ...item.notes];
    const options = others.filter(({ id }) => id !== note.id);
    merge.replaceChildren(
      merge.options[0],
      ...options.map(({ id, text }) => h("option", { value: id }, short(text))),
    );
  });
  const hide = h(
    "button",
    {
      type: "button",
      class: "vt-clear",
      "aria-label": t("Hide the note: {note}", { note: short(note.text) }),
      onclick: () => act({ do: "hide", note: note.id }),
    },
    t("Hide"),
  );
  return h(
    "li",
    {
      class: "vt-wall-note",
      draggable: "true",
      ondragstart: (/** @type {DragEvent} */ event) => event.dataTransfer?.setData("text/plain", name),
    },
    h("p", {}, note.text),
    note.likes ? h("span", { class: "vt-wall-likes" }, `♥ ${note.likes}`) : null,
    note.count > 1 ? mergedNotes(note, act, t) : null,
    h("div", { class: "vt-wall-tools" }, groups, merge, hide),
  );
}

/** @param {Note} note @param {import("./wall.js").Act} act @param {import("../types.js").Translate} t */
function mergedNotes(note, act, t) {
  return h(
    "div",
    { class: "vt-wall-merged" },
    h("span", {}, t("{n} notes together", { n: note.count })),
    h(
      "button",
      {
        type: "button",
        class: "vt-clear",
        "aria-label": t("Take apart: {note}", { note: short(note.text) }),
        onclick: () => act({ do: "split", note: note.id }),
      },
      t("Take apart"),
    ),
  );
}

/**
 * @param {string} label
 * @param {string[][]} options pairs of a value and its words
 * @param {string} value
 * @param {(value: string) => void} choose
 */
function choice(label, options, value, choose) {
  const select = h(
    "select",
    { "aria-label": label },
    ...options.map(([id, words]) => h("option", { value: id }, words)),
  );
  select.value = value;
  select.addEventListener("change", () => choose(select.value));
  return select;
}

/** @param {string} text */
function short(text) {
  return text.length > SHORT ? `${text.slice(0, SHORT)}…` : text;
}
