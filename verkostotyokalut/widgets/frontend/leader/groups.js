/** The leader's groups: add, name, move, take away and bring back; and how many are in each. */
import { attribute, h, write } from "../dom.js";
import { built } from "./frame.js";

/** @typedef {import("../types.js").Translate} Translate */
/** @typedef {{ id: string, label: string, count: string }} Group */
/**
 * @typedef {object} View
 * @property {string} question empty: the phones ask in their own words
 * @property {Group[]} groups
 * @property {string} none how many are in no group
 * @property {string[]} sets titles of sets to start from
 * @property {string} removed what can be brought back, if anything
 * @property {number} most
 * @property {string} message
 */
/** @typedef {(words: object) => void} Send */

const LABEL = 40;
const QUESTION = 80;

/** @param {{ model: import("../types.js").Model, el: HTMLElement }} host */
function render(host) {
  return built(host, "vt-groups", (t) => createDesk(t, (words) => host.model.send(words))).stop;
}

/** @param {Translate} t @param {Send} send */
function createDesk(t, send) {
  /** @type {Map<string, ReturnType<typeof createRow>>} */
  const rows = new Map();
  /** What was just pressed away or back: the focus goes to where the work goes on. */
  let removing = "";
  let restoring = false;

  const message = h("p", { class: "vt-groups-message", role: "alert" });
  const lead = h("p", { class: "vt-groups-lead" }, t("Each chooses one on the phone, or none. You see how many, never who."));
  const sets = h("div", { class: "vt-groups-sets", role: "group", "aria-label": t("Start from") });
  const question = field(t("Question on the phones"), QUESTION, (words) => send({ do: "ask", question: words }), true);
  question.input.placeholder = t("Which group are you in?");
  const list = h("ul", { role: "list" });
  const none = h("p", { class: "vt-groups-none" });
  const gone = h("span");
  const restore = h(
    "button",
    {
      type: "button",
      class: "vt-clear",
      onclick: () => {
        restoring = true;
        send({ do: "restore" });
      },
    },
    t("Bring back"),
  );
  const removed = h("p", { class: "vt-groups-removed", role: "status" }, gone, " ", restore);
  const label = h("input", { maxlength: LABEL, required: true, "aria-label": t("Name of the new group"), placeholder: t("Name of the new group") });
  const add = h(
    "form",
    {
      class: "vt-groups-add",
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        if (!label.value.trim()) return;
        send({ do: "add", label: label.value });
        label.value = "";
      },
    },
    label,
    h("button", { class: "vt-btn" }, t("Add a group")),
  );

  /** @param {Group} group */
  function rowOf(group) {
    const row = rows.get(group.id) ?? createRow(group.id, t, send, (id) => (removing = id));
    rows.set(group.id, row);
    return row;
  }

  return {
    nodes: [h("h2", {}, t("Groups")), lead, message, sets, question.el, list, none, removed, add],
    name: t("Groups"),
    /** @param {View} view */
    update(view) {
      if (!view.groups) return;
      const some = view.groups.length > 0;
      write(message, view.message);
      sets.hidden = some;
      if (sets.childElementCount !== view.sets.length) {
        const buttons = view.sets.map((title, set) =>
          h("button", { type: "button", class: "vt-chip", onclick: () => send({ do: "start", set }) }, title),
        );
        sets.replaceChildren(h("span", {}, t("Start from")), ...buttons);
      }
      question.el.hidden = list.hidden = none.hidden = !some;
      question.update(view.question);
      const fresh = view.groups.find(({ id }) => !rows.has(id));
      const wanted = view.groups.map((group, place) => {
        const row = rowOf(group);
        row.update(group, place);
        return row.el;
      });
      if (wanted.length !== list.children.length || wanted.some((el, place) => el !== list.children[place])) {
        const focused = /** @type {HTMLElement | null} */ (document.activeElement);
        const inside = list.contains(focused);
        list.replaceChildren(...wanted);
        if (inside && focused?.isConnected) focused.focus({ preventScroll: true });
      }
      for (const id of rows.keys()) {
        if (!view.groups.some((group) => group.id === id)) rows.delete(id);
      }
      write(none, t("In no group: {n}", { n: view.none }));
      write(gone, view.removed ? t("{group} was removed.", { group: view.removed }) : "");
      removed.hidden = !view.removed;
      add.hidden = view.groups.length >= view.most;
      if (removing && !rows.has(removing)) {
        removing = "";
        restore.focus();
      }
      if (restoring && fresh) rows.get(fresh.id)?.focus();
      if (!view.removed) restoring = false;
    },
  };
}

/**
 * A group of the list.
 *
 * @param {string} id
 * @param {Translate} t
 * @param {Send} send
 * @param {(id: string) => void} onRemove
 */
function createRow(id, t, send, onRemove) {
  let place = 0;
  const name = field(t("Name of the group"), LABEL, (label) => {
    if (label) send({ do: "rename", group: id, label });
    return label !== "";
  });
  const count = h("span", { class: "vt-groups-count" });
  const up = h(
    "button",
    {
      type: "button",
      class: "vt-groups-tool",
      onclick: () => place > 0 && send({ do: "order", group: id, place: place - 1 }),
    },
    "↑",
  );
  const remove = h(
    "button",
    {
      type: "button",
      class: "vt-groups-tool",
      onclick: () => {
        onRemove(id);
        send({ do: "remove", group: id });
      },
    },
    "✕",
  );
  return {
    el: h("li", {}, name.el, count, up, remove),
    /** @param {Group} group @param {number} at */
    update({ label, count: people }, at) {
      place = at;
      name.update(label);
      write(count, people);
      attribute(up, "aria-label", t("Move up: {group}", { group: label }));
      attribute(up, "aria-disabled", at === 0 ? "true" : null);
      attribute(remove, "aria-label", t("Remove: {group}", { group: label }));
    },
    focus: () => name.input.focus(),
  };
}

/**
 * A field that is kept when one leaves it; what somebody is writing just now is not written over.
 *
 * @param {string} label
 * @param {number} most characters
 * @param {(words: string) => boolean | void} keep false: the old words come back
 * @param {boolean} [shown] whether the label is to be seen, too
 */
function field(label, most, keep, shown = false) {
  let kept = "";
  const input = h("input", {
    maxlength: most,
    "aria-label": label,
    onchange: () => {
      const words = input.value.trim();
      if (words === kept || keep(words) === false) input.value = kept;
    },
  });
  return {
    el: h("label", { class: "vt-groups-field" }, shown ? label : null, input),
    input,
    /** @param {string} words */
    update(words) {
      if (input !== document.activeElement || input.value === kept) input.value = words;
      kept = words;
    },
  };
}

export default { render };
