/** Takes the results home: the kernel makes files, the browser saves them or opens the report. */
import { attribute, h, uid, write } from "../dom.js";
import { FILES } from "./files.js";
import { drawn } from "./frame.js";
import { openFile } from "./open_file.js";
import { saveFile } from "./save_file.js";

/** @typedef {import("../types.js").Model & import("./save_file.js").Sender} Model */
/** @typedef {{ ready: boolean, message: string }} View */

const REPORT = ".html";

/** @param {{ model: Model, el: HTMLElement }} host */
function render(host) {
  const { model } = host;
  const heading = h("h2", {});
  const about = h("p", { id: uid() });
  const saves = Object.keys(FILES).map((ending) =>
    h("button", { type: "button", class: "vt-btn", onclick: () => onSave(ending) }),
  );
  const [first, ...others] = saves;
  first.classList.add("vt-primary");
  const open = h("button", { type: "button", class: "vt-btn", onclick: onOpen });
  const note = h("p", { id: uid() });
  const message = h("p", { class: "vt-report-message", role: "alert" });
  const root = h(
    "section",
    { class: "vt vt-report" },
    heading,
    about,
    h("p", { class: "vt-report-tools" }, first, open),
    note,
    h("p", { class: "vt-report-tools", role: "group", "aria-labelledby": note.id }, ...others),
    message,
  );
  const file = saveFile(model, "save");
  const page = openFile(model, "open");

  const ready = () => /** @type {View} */ (model.get("view"))?.ready;

  /** @param {string} ending */
  function onSave(ending) {
    if (ready()) file.ask({ do: "save", ending });
  }

  function onOpen() {
    if (ready() && !page.ask({ do: "open" })) onSave(REPORT);
  }

  /** @param {View} view @param {import("../types.js").Translate} t */
  function update(view, t) {
    write(heading, t("Report to take home"));
    write(
      about,
      view.ready
        ? t("What the room has been shown and what you agreed, as one file that prints well.")
        : t("The report can be made when the room has been shown its first results."),
    );
    Object.values(FILES).forEach((words, index) => write(saves[index], words(t)));
    write(note, t("The same results to keep, or as tables:"));
    write(open, t("Open in a new window"));
    write(message, view.message ?? "");
    for (const button of [...saves, open]) {
      // Not disabled, so that the keyboard finds them and hears why.
      attribute(button, "aria-disabled", view.ready ? null : "true");
      attribute(button, "aria-describedby", about.id);
    }
    if (view.message) page.cancel();
  }

  const frame = drawn(host, root, update);
  return () => {
    page.stop();
    file.stop();
    frame.stop();
  };
}

export default { render };
