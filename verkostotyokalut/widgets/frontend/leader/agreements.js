/** The leader's page of what the room agrees: four parts, each written, changed and undone in place. */
import { agreementPart } from "./agreement_part.js";
import { tabs } from "./agreement_tabs.js";
import { FIELDS, titleOf } from "./agreement_words.js";
import { h, write } from "../dom.js";
import { built } from "./frame.js";
import { saveFile } from "./save_file.js";

/** @typedef {import("./agreement_words.js").Part} Part */
/** @typedef {import("./agreement_row.js").Row} Row */
/** @typedef {import("./agreement_fields.js").Values & { month: string }} Suggestion */
/**
 * @typedef {object} View
 * @property {{ id: Part, rows: Row[], suggestions: Suggestion[] }[]} parts
 * @property {Part} opens the part that is open at first
 * @property {import("./agreement_fields.js").Asked[]} items what an agreement can be about
 * @property {{ id: string, what: string, sort: Part } | null} removed what can be brought back
 * @property {{ what: number, who: number }} most characters
 * @property {boolean} folded
 * @property {boolean} now whether the workshop is at a step that agrees
 * @property {string} kept the form that was kept last
 * @property {string} message
 */
/** @typedef {import("../types.js").Model & import("./save_file.js").Sender} Model */

const PARTS = /** @type {Part[]} */ (Object.keys(FIELDS));

/** @param {{ model: Model, el: HTMLElement }} host */
function render(host) {
  return built(host, "vt-agree", (t, /** @type {ReturnType<typeof createDesk> | null} */ before) =>
    createDesk(host.model, t, before && before.chosen()),
  ).stop;
}

/** @param {Model} model @param {import("../types.js").Translate} t @param {Part | null} chosen */
function createDesk(model, t, chosen) {
  const send = (/** @type {object} */ message) => model.send(message);
  const view = /** @type {View} */ (model.get("view"));
  const count = h("span", { class: "vt-agree-count" });
  const message = h("p", { class: "vt-agree-alert", role: "alert" });
  const spoken = h("p", { class: "vt-unseen", role: "status" });
  const gone = h("span", { role: "status" });
  const undo = h("button", { type: "button", class: "vt-btn", onclick: bringBack }, t("Undo"));
  const removed = h("p", { class: "vt-agree-removed" }, gone, " ", undo);
  const parts = new Map(
    PARTS.map((id) => {
      const tools = { id, view, t, send, say: (/** @type {string} */ words) => write(spoken, words), onRemove };
      return [id, agreementPart(tools)];
    }),
  );
  const panels = PARTS.map((id) => ({
    id,
    title: titleOf(id, t),
    panel: /** @type {HTMLElement} */ (parts.get(id)?.el),
  }));
  const choice = tabs(panels, chosen ?? view.opens, t("What we agree"));
  const file = saveFile(model, "calendar");
  const calendar = h(
    "button",
    { type: "button", class: "vt-btn", onclick: () => file.ask({ do: "calendar" }) },
    t("Download to a calendar (.ics)"),
  );
  const details = h(
    "details",
    { ontoggle: () => details.open && send({ do: "open" }) },
    h("summary", {}, h("h2", {}, t("What we agree")), " ", count),
    choice.list,
    message,
    ...panels.map(({ panel }) => panel),
    removed,
    h("p", { class: "vt-agree-foot" }, calendar),
    spoken,
  );
  details.open = !view.folded;
  let now = false;
  /** Where the focus goes when the store has done what was asked: to the undo button, or to a row. */
  let awaited = { removed: "", restored: "" };

  /** @param {string} id */
  function onRemove(id) {
    awaited = { removed: id, restored: "" };
    send({ do: "remove", id });
  }

  function bringBack() {
    const { removed: last } = /** @type {View} */ (model.get("view"));
    if (!last) return;
    awaited = { removed: "", restored: last.id };
    choice.choose(last.sort);
    send({ do: "restore", id: last.id });
  }

  return {
    nodes: [details],
    chosen: () => choice.chosen(),
    /** @param {View} newest */
    update(newest) {
      if (newest.now && !now) details.open = true;
      now = newest.now;
      let all = 0;
      for (const { id, rows, suggestions } of newest.parts) {
        all += rows.length;
        choice.count(id, rows.length);
        parts.get(id)?.update({ rows, suggestions, kept: newest.kept, refused: Boolean(newest.message) });
      }
      write(count, all ? String(all) : "");
      write(message, newest.message);
      const last = newest.removed;
      // The button first: hiding it would drop the focus that the row is about to get.
      if (awaited.restored && newest.parts.some(({ rows }) => rows.some(({ id }) => id === awaited.restored))) {
        parts.forEach((part) => part.focus(awaited.restored));
        awaited.restored = "";
      }
      write(gone, last ? t("Removed: {what}", { what: last.what }) : "");
      removed.hidden = !last;
      if (last && last.id === awaited.removed) {
        undo.focus();
        awaited.removed = "";
      }
    },
    stop() {
      file.stop();
    },
  };
}

export default { render };
