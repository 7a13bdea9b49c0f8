/** The leader's wall: what people wrote, grouped, hidden and merged; every press can be undone. */
import { attribute, h, write } from "../dom.js";
import { drawId } from "../draw_id.js";
import { drawn } from "./frame.js";
import { keepingFocus } from "./keep_focus.js";
import { noteCard } from "./wall_note.js";

/** @typedef {import("../types.js").Translate} Translate */
/** @typedef {{ id: string, text: string, likes: number, count: number }} Note */
/** @typedef {{ id: string, title: string, notes: Note[] }} Group */
/**
 * @typedef {object} Item
 * @property {string} id
 * @property {string} label
 * @property {string} empty why there are no notes, if there are none
 * @property {Group[]} groups
 * @property {Note[]} notes those in no group
 * @property {Note[]} hidden
 */
/** @typedef {{ items: Item[], can_undo: boolean, can_redo: boolean, message: string }} View */
/** @typedef {(action: Record<string, string>) => void} Act */

/** @param {{ model: import("../types.js").Model, el: HTMLElement }} host */
function render(host) {
  const { model } = host;
  const root = h("section", { class: "vt vt-wall" });
  /** Which items are unfolded; null: only the first. @type {Set<string> | null} */
  let open = null;

  /** @param {View} view @param {Translate} t */
  function draw(view, t) {
    attribute(root, "aria-label", t("Wall"));
    root.hidden = !view.items?.length;
    if (root.hidden) return;
    keepingFocus(root, () => root.replaceChildren(...desk(view, t)));
  }

  /** @param {View} view @param {Translate} t */
  function desk(view, t) {
    const undo = h(
      "button",
      { type: "button", class: "vt-btn", "data-keep": "undo", onclick: () => model.send({ do: "undo" }) },
      t("Undo"),
    );
    const redo = h(
      "button",
      { type: "button", class: "vt-btn", "data-keep": "redo", onclick: () => model.send({ do: "redo" }) },
      t("Redo"),
    );
    // Not disabled, so that the focus stays where it is when there is nothing left to undo.
    attribute(undo, "aria-disabled", view.can_undo ? null : "true");
    attribute(redo, "aria-disabled", view.can_redo ? null : "true");
    const message = h("p", { class: "vt-wall-message", role: "alert" });
    write(message, view.message ?? "");
    const some = view.items.some(({ groups, notes }) => notes.length || groups.some((group) => group.notes.length));
    const hint = t("Drag a note onto a topic, or choose the topic in the note's list: Tab goes to it, the arrow keys choose.");
    return [
      h("header", { class: "vt-wall-bar" }, h("h2", {}, t("Wall")), undo, redo),
      message,
      ...(some ? [h("p", { class: "vt-wall-hint" }, hint)] : []),
      ...view.items.map((item, index) => itemSection(item, index === 0, t)),
    ];
  }

  /** @param {Item} item @param {boolean} first @param {Translate} t */
  function itemSection(item, first, t) {
    /** @type {Act} */
    const act = (action) => model.send({ item: item.id, action });
    const count = [...item.groups.flatMap(({ notes }) => notes), ...item.notes].length;
    const number = h("span", { class: "vt-wall-count" }, String(count));
    const summary = h("summary", { "data-keep": `${item.id}/fold` }, h("h3", {}, item.label, " ", number));
    const isOpen = open ? open.has(item.id) : first;
    const details = h("details", { class: "vt-wall-item", open: isOpen }, summary);
    details.addEventListener("toggle", () => unfolded(item.id, details.open));
    if (!isOpen) return details; // its notes are drawn when it is unfolded
    if (item.empty) details.append(h("p", {}, item.empty));
    if (item.empty) return details;
    const columns = [
      ...item.groups.map((group) => groupColumn(item, group, act, t)),
      looseColumn(item, act, t),
    ];
    details.append(newGroup(item, act, t));
    if (item.hidden.length) details.append(hiddenNotes(item, act, t));
    details.append(h("div", { class: "vt-wall-columns" }, ...columns));
    return details;
  }

  /** @param {string} item @param {boolean} now */
  function unfolded(item, now) {
    const items = /** @type {View} */ (model.get("view")).items;
    open ??= new Set([items[0].id]);
    if (open.has(item) === now) return;
    if (now) open.add(item);
    else open.delete(item);
    frame.redraw();
  }

  /** @param {Item} item @param {Group} group @param {Act} act @param {Translate} t */
  function groupColumn(item, group, act, t) {
    const title = h("input", {
      class: "vt-wall-title",
      maxlength: 40,
      "aria-label": t("Name of the topic"),
      "data-keep": `${item.id}/title/${group.id}`,
      onchange: () => {
        const words = title.value.trim();
        if (words && words !== group.title) act({ do: "name", group: group.id, title: words });
        else title.value = group.title;
      },
    });
    title.value = group.title;
    const remove = h(
      "button",
      {
        type: "button",
        class: "vt-clear",
        "aria-label": t("Remove the topic {title}; its notes stay", { title: group.title }),
        onclick: () => act({ do: "remove", group: group.id }),
      },
      t("Remove"),
    );
    return column(item, group.id, group.notes, act, t, h("div", { class: "vt-wall-head" }, title, remove));
  }

  /** @param {Item} item @param {Act} act @param {Translate} t */
  function looseColumn(item, act, t) {
    return column(item, "", item.notes, act, t, h("h4", { class: "vt-wall-head" }, t("No topic")));
  }

  /**
   * @param {Item} item @param {string} group @param {Note[]} notes
   * @param {Act} act @param {Translate} t @param {HTMLElement} head
   */
  function column(item, group, notes, act, t, head) {
    const cards = notes.map((note) => noteCard(item, note, group, act, t));
    return h(
      "section",
      {
        class: group ? "vt-wall-column" : "vt-wall-column vt-wall-loose",
        ondragover: (/** @type {DragEvent} */ event) => event.preventDefault(),
        ondrop: (/** @type {DragEvent} */ event) => {
          event.preventDefault();
          const [of, note] = (event.dataTransfer?.getData("text/plain") ?? "").split("/");
          if (of === item.id && note) act({ do: "group", note, group });
        },
      },
      head,
      h("ul", { role: "list" }, ...cards),
    );
  }

  /** @param {Item} item @param {Act} act @param {Translate} t */
  function newGroup(item, act, t) {
    const title = h("input", {
      maxlength: 40,
      required: true,
      "aria-label": t("Name of the new topic"),
      placeholder: t("Name of the new topic"),
      "data-keep": `${item.id}/new`,
    });
    const form = h(
      "form",
      {
        class: "vt-wall-new",
        onsubmit: (/** @type {Event} */ event) => {
          event.preventDefault();
          const words = title.value.trim();
          if (!words) return;
          act({ do: "name", group: `g${drawId()}`, title: words });
          title.value = "";
        },
      },
      title,
      h("button", { class: "vt-btn" }, t("Add a topic")),
    );
    return form;
  }

  /** @param {Item} item @param {Act} act @param {Translate} t */
  function hiddenNotes(item, act, t) {
    const rows = item.hidden.map((note) =>
      h(
        "li",
        {},
        h("span", {}, note.text),
        h(
          "button",
          { type: "button", class: "vt-clear", onclick: () => act({ do: "restore", note: note.id }) },
          t("Show again"),
        ),
      ),
    );
    const summary = h("summary", {}, t("Show the hidden ({n})", { n: rows.length }));
    return h("details", { class: "vt-wall-hidden", "data-keep": `${item.id}/hidden` }, summary, h("ul", { role: "list" }, ...rows));
  }

  const frame = drawn(host, root, draw);
  return frame.stop;
}

export default { render };
