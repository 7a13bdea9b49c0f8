/** The self-assessment: one dimension at a time, the same on a phone's page and in a notebook. */

import { attribute, h, into, same, translator, write } from "./dom.js";
import { createHeader } from "./header.js";

/** @typedef {import("./types.js").Card} Card */
/** @typedef {import("./types.js").Dimension} Dimension */
/** @typedef {import("./types.js").Language} Language */

/**
 * Draw the assessment into a host's element.
 *
 * @param {{model: import("./types.js").Model, el: HTMLElement}} host
 * @returns {() => void} takes away everything it made
 */
function render({ model, el }) {
  const header = createHeader((language) => change("language", language));
  const bars = h("div", { class: "vt-bars", role: "img" });
  const notice = h("div", { class: "vt-notice", role: "status" });
  const pages = h("div", { class: "vt-pages" });
  const previous = h("button", {
    type: "button",
    class: "vt-btn",
    onclick: () => go(model.get("page") - 1),
  });
  const next = h("button", {
    type: "button",
    class: "vt-btn vt-primary",
    onclick: () => go(model.get("page") + 1),
  });
  const nav = h("nav", { class: "vt-nav" }, previous, next);
  const body = h("div", { class: "vt-body" }, notice, pages);
  header.el.append(bars);
  // Without the attribute JupyterLab takes the digits and arrows meant for a slider as its own.
  const root = h(
    "div",
    { class: "vt vt-assessment", "data-lm-suppress-shortcuts": "true" },
    header.el,
    body,
    nav,
  );
  el.append(root);

  /** The cards drawn so far, by item. @type {Map<string, Card>} */
  const cards = new Map();
  /** What each of them has been told last. @type {WeakMap<Card, object>} */
  const told = new WeakMap();
  /** One section for each dimension, and the end. @type {HTMLElement[]} */
  let sections = [];
  /** Texts that change with the answers, set anew by `build`. @type {(() => void)[]} */
  let counters = [];
  /** Counts the builds, so that a kind loaded for an older one is dropped. */
  let built = 0;

  const language = () => /** @type {Language} */ (model.get("language") || "fi");
  /** @type {import("./types.js").Translate} */
  const t = (msgid, values) => translator(model.get("texts"), language())(msgid, values);
  const dimensions = () => /** @type {Dimension[]} */ (model.get("instrument")?.dimensions ?? []);
  const page = () => Math.max(0, Math.min(dimensions().length, model.get("page") || 0));
  /** @param {Dimension} dimension */
  const done = (dimension) =>
    dimension.items.filter((item) => (model.get("answers") ?? {})[item.id] != null).length;
  const total = () => dimensions().reduce((sum, dimension) => sum + dimension.items.length, 0);
  const allDone = () => dimensions().reduce((sum, dimension) => sum + done(dimension), 0);

  /** @param {string} name @param {unknown} value */
  function change(name, value) {
    model.set(name, value);
    model.save_changes();
  }

  /** @param {number} to */
  function go(to) {
    change("page", Math.max(0, Math.min(dimensions().length, to)));
  }

  /** @param {string} id */
  function now(id) {
    const results = model.get("results");
    return {
      value: (model.get("answers") ?? {})[id] ?? null,
      result: results ? (results.items?.[id] ?? null) : undefined,
      own: results ? (model.get("before") ?? {})[id] : undefined,
      locked: Boolean(model.get("locked")),
    };
  }

  /** Draw the cards of a dimension when it is shown for the first time. @param {number} index */
  async function fill(index) {
    const dimension = dimensions()[index];
    const holder = sections[index]?.querySelector(".vt-cards");
    if (!dimension || !holder || holder.hasChildNodes()) return;
    const mine = built;
    const { question } = model.get("instrument");
    const file = `kinds/${question.kind}.js`;
    const url = model.get("kind_modules")?.[question.kind] ?? `./${file}`;
    let kind = /** @type {import("./types.js").Kind | undefined} */ (globalThis.verkosto?.[file]);
    try {
      kind ??= /** @type {import("./types.js").Kind} */ (await import(url));
    } catch {
      // A page from before an update of the server asks for a file that is no longer there.
      if (mine === built)
        holder.replaceChildren(
          h("p", {}, t("These questions could not be loaded. Reload the page.")),
        );
      model.send({ type: "kind_missing", kind: question.kind });
      return;
    }
    if (mine !== built || holder.hasChildNodes()) return;
    if (index === 0 && kind.how) sections[index].querySelector(".vt-intro")?.append(" ", kind.how(t));
    for (const item of dimension.items) {
      const card = kind.render({
        item,
        question,
        ...now(item.id),
        minimum: model.get("minimum") ?? 0,
        language: language(),
        t,
        shape: dimension.shape,
        onChange: (value) => answer(item.id, value),
      });
      cards.set(item.id, card);
      holder.append(card.el);
    }
  }

  /** @param {string} id @param {import("./types.js").Value} value */
  function answer(id, value) {
    const answers = { ...model.get("answers") };
    if (value === null) delete answers[id];
    else answers[id] = value;
    change("answers", answers);
  }

  /** @param {Dimension} dimension @param {number} index */
  function dimensionSection(dimension, index) {
    const place = t("Part {n} of {total}", { n: index + 1, total: dimensions().length });
    const intro = index === 0 ? into(model.get("instrument").intro, language()) : "";
    return h(
      "section",
      { class: `vt-page vt-${dimension.shape}` },
      h("p", { class: "vt-place" }, place),
      h(
        "h2",
        { tabindex: -1 },
        h("span", { class: "vt-mark", "aria-hidden": "true" }),
        into(dimension.title, language()),
      ),
      intro ? h("p", { class: "vt-lead vt-intro" }, intro) : null,
      h("p", { class: "vt-lead" }, into(dimension.lead, language())),
      h("div", { class: "vt-cards" }),
    );
  }

  function endSection() {
    const count = h("p", { class: "vt-lead" });
    const list = dimensions().map((dimension, index) => {
      const share = h("span", { class: "vt-share" });
      counters.push(() => write(share, `${done(dimension)}/${dimension.items.length}`));
      const mark = h("span", { class: "vt-mark", "aria-hidden": "true" });
      const title = h("span", { class: "vt-name" }, into(dimension.title, language()));
      const button = h(
        "button",
        { type: "button", class: "vt-jump", onclick: () => go(index) },
        mark,
        title,
        share,
      );
      return h("li", { class: `vt-${dimension.shape}` }, button);
    });
    counters.push(() => {
      const values = { done: allDone(), total: total() };
      write(
        count,
        model.get("locked")
          ? t("You answered {done} of {total}.", values)
          : t("You answered {done} of {total}. You can still change your answers.", values),
      );
    });
    const heading = h("h2", { tabindex: -1 }, t("Thank you!"));
    return h(
      "section",
      { class: "vt-page vt-end" },
      heading,
      count,
      h("ul", { class: "vt-list" }, ...list),
    );
  }

  /** Everything anew: another instrument, another language. */
  function build() {
    const focused = pages.contains(document.activeElement);
    built += 1;
    cards.clear();
    counters = [];
    sections = [...dimensions().map(dimensionSection), endSection()];
    pages.replaceChildren(...sections);
    bars.replaceChildren(
      ...dimensions().map((d) => h("span", { class: `vt-bar vt-${d.shape}` }, h("span"))),
    );
    attribute(root, "lang", language());
    update();
    show();
    if (focused) sections[page()].querySelector("h2")?.focus({ preventScroll: true });
  }

  /** The page shown, and the way on from it. */
  function show() {
    const index = page();
    sections.forEach((section, i) => (section.hidden = i !== index));
    [...bars.children].forEach((bar, i) => bar.classList.toggle("vt-now", i === index));
    const following = dimensions()[index + 1];
    write(previous, t("Previous"));
    write(
      next,
      following ? t("Next: {title}", { title: into(following.title, language()) }) : t("Done"),
    );
    previous.hidden = index === 0;
    next.hidden = index >= dimensions().length;
    attribute(nav, "aria-label", t("Parts"));
    labelBars();
    void fill(index);
  }

  function labelBars() {
    const parts = dimensions().length;
    const here = t("Part {n} of {total}", { n: Math.min(page() + 1, parts), total: parts });
    const answered = t("{done} of {total} answered", { done: allDone(), total: total() });
    attribute(bars, "aria-label", `${here}. ${answered}`);
  }

  /** Answers, results and locks reach what is drawn; nothing is drawn again. */
  function update() {
    for (const [id, card] of cards) {
      const next = now(id);
      if (same(told.get(card), next)) continue;
      told.set(card, next);
      card.update(next);
    }
    for (const count of counters) count();
    dimensions().forEach((dimension, i) => {
      const bar = /** @type {HTMLElement} */ (bars.children[i]?.firstElementChild);
      bar.style.width = `${(100 * done(dimension)) / dimension.items.length}%`;
    });
    labelBars();
    updateNotice();
    updateHeader();
  }

  function updateNotice() {
    const [locked, results] = [model.get("locked"), model.get("results")];
    const lines = [];
    if (results) {
      lines.push(
        t("The room's answers are shown beside yours."),
      );
      if (!locked) lines.push(t("You can still change your answers."));
    } else if (locked) {
      lines.push(t("Answering is closed now. The results are looked at together."));
    }
    write(notice, lines.join(" "));
    notice.classList.toggle("vt-shown", lines.length > 0);
  }

  function updateHeader() {
    const caption = model.get("caption") || into(model.get("instrument")?.title, language());
    header.update({ caption, status: model.get("status") ?? "", language: language(), t });
  }

  function turn() {
    show();
    const active = document.activeElement;
    if (active !== document.body && !root.contains(active)) return;
    sections[page()].querySelector("h2")?.focus({ preventScroll: true });
    if (root.getBoundingClientRect().top < 0) root.scrollIntoView({ block: "start" });
  }

  /** @type {[string, () => void][]} */
  const listeners = [
    ...["instrument", "language", "texts", "kind_modules"].map(
      (name) => /** @type {[string, () => void]} */ ([name, build]),
    ),
    ...["answers", "results", "locked"].map(
      (name) => /** @type {[string, () => void]} */ ([name, update]),
    ),
    ...["status", "caption"].map(
      (name) => /** @type {[string, () => void]} */ ([name, updateHeader]),
    ),
    ["page", turn],
  ];
  for (const [name, listener] of listeners) model.on(`change:${name}`, listener);
  build();

  return () => {
    for (const [name, listener] of listeners) model.off(`change:${name}`, listener);
    built += 1;
    header.stop();
    root.remove();
  };
}

export default { render };
