/** The strip above the console on a temporary server: when it vanishes, and what to save before. */
import { attribute, h, write } from "../dom.js";
import { FILES } from "./files.js";
import { drawn } from "./frame.js";
import { saveFile } from "./save_file.js";

/** @typedef {import("../types.js").Model & import("./save_file.js").Sender} Model */
/** @typedef {{ left: number, files: string[], message: string }} View */

/** Seconds before the end when it becomes urgent: there is still time to agree and to save. */
const SOON = 45 * 60;
/** Seconds before a forgotten page goes to rest when its leader is told. */
const IDLE = 15 * 60;
const EVERY = 5_000;

/** @param {{ model: Model, el: HTMLElement }} host */
function render(host) {
  const { model } = host;
  const words = h("p", {});
  const alert = h("p", { role: "alert" });
  const message = h("p", { class: "vt-servernote-message", role: "alert" });
  const files = h("p", { class: "vt-servernote-files" });
  const root = h("section", { class: "vt vt-servernote" }, words, alert, files, message);
  const file = saveFile(model, "save");
  /** What the kernel has told last. @type {View | null} */
  let told = null;
  /** When the server ends, on this page's clock. */
  let end = Infinity;
  /** Seconds until the page goes to rest, as the page tells it. @type {number | null} */
  let rest = null;

  /** @param {View} view @param {import("../types.js").Translate} t */
  function update(view, t) {
    if (view !== told) {
      const newest = Date.now() + view.left * 1000;
      if (!(Math.abs(newest - end) < 30_000)) end = newest; // else it is only the way here that varies
      told = view;
    }
    const endings = view.files;
    attribute(root, "aria-label", t("Temporary server"));
    write(message, view.message);
    if (files.children.length !== endings.length) files.replaceChildren(...endings.map(button));
    endings.forEach((ending, index) => write(files.children[index], FILES[ending](t)));
    files.hidden = endings.length === 0;

    const time = new Date(end).toLocaleTimeString(model.get("language"), { timeStyle: "short" });
    const minutes = Math.max(0, Math.floor((end - Date.now()) / 60_000));
    const idle = rest !== null && rest < IDLE;
    const urgent = minutes * 60 < SOON || idle;
    attribute(root, "data-urgent", urgent);
    write(words, urgent ? "" : t("A temporary server: it closes at {time} at the latest, and sooner when nobody uses it. The answers disappear with it.", { time }));
    write(alert, urgent ? urgentWords(t, minutes, idle) : "");
  }

  /** @param {string} ending */
  function button(ending) {
    return h("button", { type: "button", class: "vt-chip", onclick: () => file.ask({ do: "save", ending }) });
  }

  const frame = drawn(host, root, update);
  const onLeft = (/** @type {Event} */ event) => {
    rest = /** @type {CustomEvent<number | null>} */ (event).detail;
  };
  addEventListener("verkosto-left", onLeft);
  const clock = setInterval(frame.redraw, EVERY);

  return () => {
    clearInterval(clock);
    removeEventListener("verkosto-left", onLeft);
    file.stop();
    frame.stop();
  };
}

/**
 * @param {import("../types.js").Translate} t
 * @param {number} minutes
 * @param {boolean} idle
 */
function urgentWords(t, minutes, idle) {
  if (idle) {
    return t("Nobody has done anything for a long time, and the server closes soon. If the workshop goes on, press anywhere on this page. If it is over, save the round file and the report now.");
  }
  if (minutes < 1) return t("The server closes at any moment. Save the round file and the report now.");
  // In steps, so that a screen reader is not told each minute.
  const about = minutes > 10 ? Math.ceil(minutes / 5) * 5 : minutes;
  return t("The server closes in {n} minutes, and the answers disappear with it. Save the round file and the report now.", { n: about });
}

export default { render };
