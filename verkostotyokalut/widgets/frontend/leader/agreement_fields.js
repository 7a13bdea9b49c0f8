/** The fields of one agreement, in the form that adds one and in the row that changes it. */
import { attribute, h, uid, write } from "../dom.js";
import { FIELDS, room, tidy } from "./agreement_words.js";

/** @typedef {import("./agreement_words.js").Field} Field */
/** @typedef {Record<Field, string>} Values */
/** @typedef {{ title: string, items: { id: string, label: string }[] }} Asked */
/** @typedef {HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement} Control */

const NEAR = 40; // characters left when it is time to say so
const EARLIEST = "2000-01-01";
const LATEST = "2100-12-31";

/**
 * @param {object} options
 * @param {import("./agreement_words.js").Part} options.part
 * @param {{ what: number, who: number }} options.most characters
 * @param {Asked[]} options.items what an agreement can be about
 * @param {string} [options.note] what is good to know of who does it
 * @param {import("../types.js").Translate} options.t
 */
export function createFields({ part, most, items, note = "", t }) {
  const labels = { what: t("What"), who: t("Who: a role or an organisation"), due: t("Day, every year"), about: t("About") };
  if (part === "action") labels.due = t("By when");
  const makers = {
    what: () => h("textarea", { rows: 1, enterkeyhint: "done" }),
    who: () => h("input", { autocomplete: "off" }),
    due: () => h("input", { type: "date", min: EARLIEST, max: LATEST }),
    about: () => choice(items, t("nothing in particular")),
  };
  /** @type {Map<Field, Control>} */
  const controls = new Map();
  const nodes = FIELDS[part].map((name) => {
    const control = makers[name]();
    controls.set(name, control);
    control.id = uid();
    const told = h("span", { class: "vt-agree-told", id: uid() });
    const notes = name === "who" && note ? h("span", { class: "vt-agree-note", id: uid() }, note) : null;
    attribute(control, "aria-describedby", [told.id, notes?.id].filter(Boolean).join(" "));
    if (name === "what" || name === "who") {
      control.addEventListener("input", () => tell(name, told));
    }
    return h(
      "div",
      { class: `vt-agree-field vt-agree-${name}` },
      h("label", { for: control.id }, labels[name]),
      control,
      notes,
      told,
    );
  });

  /** @param {"what" | "who"} name @param {HTMLElement} told */
  function tell(name, told) {
    const rest = room(value(name), most[name]);
    const words = rest < 0 ? t("Characters too many: {n}", { n: -rest }) : t("Characters left: {n}", { n: rest });
    write(told, rest <= NEAR ? words : "");
    told.classList.toggle("vt-over", rest < 0);
  }

  /** @param {Field} name */
  function value(name) {
    return controls.get(name)?.value ?? "";
  }

  /** @param {Field} name @param {string} words */
  function set(name, words) {
    const control = /** @type {Control} */ (controls.get(name));
    if (control.value === words) return;
    control.value = words;
    control.dispatchEvent(new Event("input"));
  }

  return {
    nodes,
    names: FIELDS[part],
    controls,
    value,
    set,
    /**
     * What the store is to keep of the fields.
     *
     * @param {Field[]} [names] all of the part's, if not given
     */
    words(names = FIELDS[part]) {
      const [instrument, item] = value("about").split("/");
      const all = {
        what: { what: tidy(value("what")) },
        who: { who: tidy(value("who")) },
        due: { due: value("due") },
        about: { instrument: instrument || null, item: item || null },
      };
      return Object.assign({}, ...names.map((name) => all[name]));
    },
    /** What can't be kept as it is, and the field that it is about; null when all is well. */
    trouble() {
      const due = controls.get("due");
      if (room(value("what"), most.what) < 0) return { name: "what", words: tooLong(most.what) };
      if (controls.has("who") && room(value("who"), most.who) < 0) return { name: "who", words: tooLong(most.who) };
      if (due && !due.validity.valid) return { name: "due", words: t("Write the whole day, or leave it out.") };
      return tidy(value("what")) ? null : { name: "what", words: t("Write first what you agree.") };
    },
  };

  /** @param {number} n */
  function tooLong(n) {
    return t("That is too long: at most {n} characters fit.", { n });
  }
}

/** @param {Asked[]} asked @param {string} none */
function choice(asked, none) {
  return h(
    "select",
    {},
    h("option", { value: "" }, none),
    ...asked.map(({ title, items }) =>
      h("optgroup", { label: title }, ...items.map(({ id, label }) => h("option", { value: id }, label))),
    ),
  );
}
