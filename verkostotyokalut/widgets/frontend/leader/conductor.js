/** The leader's console: where the workshop is, how many have answered, and what to do next. */
import { actionButtons } from "./actions.js";
import { attribute, h, write } from "../dom.js";
import { built } from "./frame.js";
import { FILES } from "./files.js";
import { formatCode } from "./join_code.js";
import { underServer } from "./jupyter.js";
import { keepingFocus } from "./keep_focus.js";
import { saveFile } from "./save_file.js";
import { seldom } from "./seldom.js";
import { timeOf } from "./conductor_time.js";

/** @typedef {import("../types.js").Model & import("./save_file.js").Sender} Model */
/** @typedef {import("../types.js").Translate} Translate */
/** @typedef {import("./actions.js").Action} Action */

/** @typedef {{ purpose: string, introduce: string, talk: string[], reading: string }} Guide */

/** @typedef {{ label: string, why: string, question: string, advice: string[] }} Topic */

/**
 * @typedef {object} View
 * @property {string} title
 * @property {string} code
 * @property {string} stage
 * @property {string} stage_text
 * @property {{ title: string, minutes: number, status: "done" | "now" | "next" }[]} steps
 * @property {{ joined?: number | null, answered?: number | null, done?: number | null }} counts
 *   those that are null are not shown
 * @property {Action[]} actions
 * @property {{ heading: string, label: string, shown: boolean }[]} pictures what the projector can
 *   show; those of a comparison stand under its heading
 * @property {Guide} guide
 * @property {Topic[]} topics what to talk about next
 * @property {string} step_title
 * @property {string} screen_url
 * @property {string} message
 * @property {boolean} [urgent] the message is about something that went wrong
 */

/** Between two times that a screen reader tells the counts. */
const PAUSE = 10_000;

/** @param {{ model: Model, el: HTMLElement }} host */
function render(host) {
  const { model } = host;
  const send = (/** @type {object} */ words) => model.send(words);
  const file = saveFile(model, "save");
  const save = (/** @type {string} */ ending) => file.ask({ do: "save", ending });
  const frame = built(host, "vt-conductor", (t) => {
    send({ timing: true }); // told anew, since it counts from the moment it comes
    return createDesk(t, send, save);
  });
  const onTiming = () => frame.desk().time(model.get("timing"));
  model.on("change:timing", onTiming);
  return () => {
    model.off("change:timing", onTiming);
    file.stop();
    frame.stop();
  };
}

/**
 * @param {Translate} t
 * @param {(words: object) => void} send
 * @param {(ending: string) => void} save
 */
function createDesk(t, send, save) {
  const title = h("h1", {});
  const code = h("b", { class: "vt-conductor-code", translate: "no" });
  const stage = h("span", { class: "vt-conductor-stage" });
  const screen = h(
    "a",
    { class: "vt-chip", target: "_blank", rel: "noopener", title: t("Opens in a new window") },
    t("Projector ↗"),
  );
  const stepTitle = h("h2", { tabindex: "-1" });
  const counts = countsList(t);
  const spoken = h("p", { class: "vt-unseen", role: "status" });
  const speech = seldom((/** @type {string} */ words) => write(spoken, words), PAUSE);
  const message = h("p", { class: "vt-conductor-message", role: "status" });
  const trouble = h("p", { class: "vt-conductor-message vt-conductor-alert", role: "alert" });
  const guide = guideOf(t);
  const topics = topicsList(t);
  const time = timeOf(t, (countdown) => send({ countdown }));
  const pictures = picturesList(t, (picture) => send({ picture }));
  const steps = stepsList(t);
  /** What the buttons themselves have to say; it stays until the workshop or a press moves on. */
  let own = "";
  let state = "";
  const actions = actionButtons({
    send: (action) => send({ action }),
    tell(words) {
      own = words;
      write(message, words);
    },
    save,
    words: {
      group: t("What to do next"),
      keep: t("Save what the room saw and agreed before you end:"),
      file: (ending) => FILES[ending](t),
      cancel: t("Cancel"),
      silence: t("No answer yet. You can try again."),
    },
    fallback: stepTitle,
  });
  const now = h("div", { class: "vt-conductor-now" }, stepTitle, time.el, counts.el, actions.el, trouble, message, pictures.el, topics.el, guide.el);

  return {
    nodes: [
      h("header", { class: "vt-conductor-bar" }, title, code, screen, stage, actions.ending),
      h("div", { class: "vt-conductor-columns" }, now, steps.el),
      spoken,
      actions.dialog,
    ],
    /** @param {Partial<View> | null | undefined} view empty until the kernel has read the session */
    update(view) {
      if (!view?.steps) return;
      write(title, view.title ?? "");
      write(code, formatCode(view.code ?? ""));
      write(stage, view.stage_text ?? "");
      attribute(stage, "data-stage", view.stage);
      attribute(screen, "href", view.screen_url ? underServer(view.screen_url) : null);
      screen.hidden = !view.screen_url;
      write(stepTitle, view.step_title ?? "");
      counts.update(view.counts ?? {});
      speech.offer(counts.words(view.counts ?? {}));
      const newest = JSON.stringify({ ...view, counts: null });
      if (newest !== state) own = "";
      write(message, own || (view.urgent ? "" : (view.message ?? "")));
      write(trouble, view.urgent ? (view.message ?? "") : "");
      pictures.update(view.pictures ?? []);
      topics.update(view.topics ?? []);
      guide.update(view.guide);
      steps.update(view.steps);
      actions.update(view.actions ?? [], newest !== state);
      state = newest;
    },
    /** @param {import("../timing.js").Timing} timing */
    time(timing) {
      time.set(timing);
    },
    stop() {
      time.stop();
      speech.stop();
      actions.stop();
    },
  };
}

/** @param {Translate} t */
function countsList(t) {
  const kinds = /** @type {const} */ (["joined", "answered", "done"]);
  const names = { joined: t("joined"), answered: t("answered"), done: t("finished") };
  const cells = kinds.map((kind) => {
    const number = h("b", {});
    return { kind, number, el: h("li", {}, number, " ", h("span", {}, names[kind])) };
  });
  return {
    el: h("ul", { class: "vt-conductor-counts", role: "list" }, ...cells.map((cell) => cell.el)),
    /** @param {View["counts"]} counts */
    update(counts) {
      for (const cell of cells) {
        write(cell.number, String(counts[cell.kind] ?? ""));
        cell.el.hidden = counts[cell.kind] == null;
      }
    },
    /** @param {View["counts"]} counts */
    words(counts) {
      const told = kinds.filter((kind) => counts[kind] != null);
      return told.map((kind) => `${counts[kind]} ${names[kind]}`).join(", ");
    },
  };
}

/** @param {Translate} t */
function stepsList(t) {
  const list = h("ol", { role: "list" });
  let shown = "";
  return {
    el: h("nav", { class: "vt-conductor-steps", "aria-label": t("Steps of the workshop") }, list),
    /** @param {View["steps"]} steps */
    update(steps) {
      const newest = JSON.stringify(steps);
      if (newest === shown) return;
      shown = newest;
      list.replaceChildren(
        ...steps.map(({ title, minutes, status }) =>
          h(
            "li",
            { "data-status": status, "aria-current": status === "now" ? "step" : null },
            h(
              "span",
              {},
              status === "done" ? h("span", { role: "img", "aria-label": t("Done") }, "✓ ") : null,
              title,
            ),
            h("span", { class: "vt-conductor-minutes" }, t("{n} min", { n: minutes })),
          ),
        ),
      );
    },
  };
}

/**
 * What the projector shows, of what it can show.
 *
 * @param {Translate} t
 * @param {(picture: number) => void} choose
 */
function picturesList(t, choose) {
  const el = h("fieldset", { class: "vt-conductor-pictures" });
  const legend = h("legend", {}, t("On the projector"));
  /** @type {HTMLButtonElement[]} */
  let buttons = [];
  let shown = "";

  /** @param {string} heading @param {HTMLButtonElement[]} chips */
  function group(heading, chips) {
    const choices = h("div", { class: "vt-conductor-choices" }, ...chips);
    return heading ? h("details", {}, h("summary", {}, heading), choices) : choices;
  }

  return {
    el,
    /** @param {View["pictures"]} pictures */
    update(pictures) {
      el.hidden = pictures.length === 0;
      const names = JSON.stringify(pictures.map(({ heading, label }) => [heading, label]));
      if (names !== shown) {
        shown = names;
        buttons = pictures.map(({ label }, index) =>
          h("button", { type: "button", class: "vt-chip", onclick: () => choose(index) }, label),
        );
        const headings = [...new Set(pictures.map(({ heading }) => heading))];
        el.replaceChildren(
          legend,
          ...headings.map((heading) => group(heading, buttons.filter((_, index) => pictures[index].heading === heading))),
        );
      }
      pictures.forEach((picture, index) => {
        const button = buttons[index];
        // A comparison is unfolded when the projector comes to one of its pictures.
        const folded = button.closest("details");
        if (folded && picture.shown && button.ariaPressed !== "true") folded.open = true;
        attribute(button, "aria-pressed", String(picture.shown));
      });
    },
  };
}

/** @param {Translate} t */
function topicsList(t) {
  const list = h("ol", {});
  const el = h("section", { class: "vt-conductor-guide" }, h("h3", {}, t("Talk about this next")), list);
  let shown = "";
  return {
    el,
    /** @param {Topic[]} topics */
    update(topics) {
      el.hidden = topics.length === 0;
      const newest = JSON.stringify(topics);
      if (newest === shown) return;
      shown = newest;
      keepingFocus(list, () =>
        list.replaceChildren(
          ...topics.map(({ label, why, question, advice }) => {
            const tips = advice.map((tip) => h("li", {}, tip));
            const summary = h("summary", { "data-keep": `${label}/summary` }, t("What to try"));
            const more = h("details", { "data-keep": label }, summary, h("ul", {}, ...tips));
            const lead = h("p", {}, h("b", {}, label), ` – ${why}`);
            return h("li", {}, lead, h("p", {}, question), tips.length ? more : null);
          }),
        ),
      );
    },
  };
}

/** @param {Translate} t */
function guideOf(t) {
  const body = h("div", {});
  let shown = "";
  return {
    el: h("section", { class: "vt-conductor-guide" }, h("h3", {}, t("For the leader")), body),
    /** @param {Guide | undefined} guide */
    update(guide) {
      const newest = JSON.stringify(guide);
      if (!guide || newest === shown) return;
      shown = newest;
      const questions = guide.talk.map((question) => h("li", {}, question));
      body.replaceChildren(
        ...part(t("Why"), ...paragraphs(guide.purpose)),
        ...part(t("Say"), ...paragraphs(guide.introduce)),
        ...(questions.length ? part(t("Ask"), h("ul", {}, ...questions)) : []),
        ...(guide.reading ? part(t("How to read the picture"), ...paragraphs(guide.reading)) : []),
      );
    },
  };
}

/** @param {string} name @param {HTMLElement[]} content */
function part(name, ...content) {
  return [h("h4", {}, name), ...content];
}

/** @param {string} words paragraphs with an empty line between them */
function paragraphs(words) {
  return words.trim().split(/\n\s*\n/).map((paragraph) => h("p", {}, paragraph.trim()));
}

export default { render };
