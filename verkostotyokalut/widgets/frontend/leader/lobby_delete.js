/** Asks twice before a session is deleted with all its data. */
import { h, write } from "../dom.js";

/** @typedef {import("../types.js").Translate} Translate */
/** @typedef {import("./lobby_sessions.js").Row} Row */

/** @param {Translate} t */
export function deleteDialog(t) {
  const title = h("h2", { id: "vt-lobby-delete" });
  const text = h("p", {});
  const list = h("ul", {});
  const no = h("button", { class: "vt-btn", value: "no", autofocus: true }, t("Cancel"));
  const yes = h("button", { class: "vt-btn vt-lobby-danger", value: "yes" });
  const dialog = h(
    "dialog",
    { class: "vt-lobby-ask", "aria-labelledby": "vt-lobby-delete" },
    h("form", { method: "dialog" }, title, text, list, h("div", { class: "vt-lobby-tools" }, no, yes)),
  );

  /** @returns {Promise<boolean>} */
  function answer() {
    dialog.returnValue = "no";
    dialog.showModal();
    return new Promise((resolve) =>
      dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true }),
    );
  }

  return {
    el: dialog,
    /** @param {Row} row @returns {Promise<boolean>} */
    async ask(row) {
      write(title, t("Delete {title}, {code}?", { title: row.title, code: row.spaced }));
      write(text, t("With it everything that was collected is deleted:"));
      list.hidden = false;
      list.replaceChildren(...row.deleting.map((words) => h("li", {}, words)));
      write(yes, t("Go on to deleting"));
      if (!(await answer())) return false;
      write(title, t("Are you sure? {code}", { code: row.spaced }));
      write(text, t("This can't be taken back. Take the report first, if you still need it."));
      list.hidden = true;
      write(yes, t("Delete for good"));
      return answer();
    },
  };
}
