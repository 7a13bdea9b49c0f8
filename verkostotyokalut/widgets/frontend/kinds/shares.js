/** The question kind "shares": 100 % shared between parts, a step at a time; now, and as wanted. */

import { attribute, h, into, same, uid, write } from "../dom.js";

/** @typedef {import("../types.js").Text} Text */
/** @typedef {Record<string, number>} Sharing per cent by part; every part, in the question's order */
/** @typedef {"now" | "wanted"} Moment */
/** @typedef {{id: string, label: Text, description: Text}} Part */
/** @typedef {{parts: Part[], step: number, wanted: boolean}} Question */
/** @typedef {Partial<Record<Moment, {n: number, shares: Sharing} | null>>} Result */

const WHOLE = 100;

/** Sharings that are not finished, kept while the page shows something else. @type {WeakMap<object, Partial<Record<Moment, Sharing>>>} */
const drafts = new WeakMap();

/**
 * How much is not shared yet, in per cent.
 *
 * @param {Sharing | null} sharing
 */
export function rest(sharing) {
  return WHOLE - Object.values(sharing ?? {}).reduce((sum, share) => sum + share, 0);
}

/**
 * The sharing after a part has got a step more or less; the same one when that can't be done, and
 * null when nothing is shared any more.
 *
 * @param {Sharing | null} sharing
 * @param {string} part
 * @param {number} by per cent
 * @param {Part[]} parts
 * @returns {Sharing | null}
 */
export function moved(sharing, part, by, parts) {
  const share = (sharing?.[part] ?? 0) + by;
  if (share < 0 || by > rest(sharing)) return sharing;
  const next = { ...sharing, [part]: share };
  if (rest(next) === WHOLE) return null;
  return Object.fromEntries(parts.map(({ id }) => [id, next[id] ?? 0]));
}

/**
 * Draw one item.
 *
 * @param {import("../types.js").KindOptions & {question: any}} options
 * @returns {import("../types.js").Card}
 */
export function render({
  item,
  question: asked,
  value,
  result,
  minimum,
  locked,
  language,
  t,
  shape,
  onChange,
}) {
  const question = /** @type {Question} */ (asked);
  const { parts, step } = question;
  const names = parts.map((part) => into(part.label, language));
  const title = uid();
  /** @param {number} n */
  const percent = (n) => t("{n}%", { n });
  /** @param {Moment} moment @returns {Sharing | null} */
  const given = (moment) => (question.wanted ? value?.[moment] : value) ?? null;

  /** @type {Moment[]} */
  const moments = question.wanted ? ["now", "wanted"] : ["now"];
  const blocks = moments.map(block);
  const about = parts.map((part, index) =>
    h(
      "li",
      {},
      h("span", { class: `vt-shares-mark vt-part-${index}`, "aria-hidden": "true" }),
      h("p", {}, h("strong", {}, names[index]), " ", into(part.description, language)),
    ),
  );
  const el = h(
    "section",
    { class: `vt-card vt-shares vt-${shape}`, role: "group", "aria-labelledby": title },
    h("h3", { id: title }, into(item.label, language)),
    h("p", { class: "vt-statement" }, into(item.statement, language)),
    h("p", { class: "vt-hint" }, h("span", {}, `${percent(step)}: ${into(item.low, language)}`)),
    h("p", { class: "vt-hint" }, h("span", {}, `${percent(WHOLE)}: ${into(item.high, language)}`)),
    h("ul", { class: "vt-shares-parts" }, ...about),
    h("div", { class: "vt-shares-moments" }, ...blocks.map((one) => one.el)),
  );

  /** A bar of parts; what is not shared stays empty. */
  function bar() {
    const pieces = parts.map((_, index) => h("span", { class: `vt-part-${index}` }));
    return { el: h("div", { class: "vt-shares-bar", "aria-hidden": "true" }, ...pieces), pieces };
  }

  /** @param {HTMLElement[]} pieces @param {Sharing | null} sharing */
  function fillBar(pieces, sharing) {
    pieces.forEach((piece, index) => (piece.style.width = `${sharing?.[parts[index].id] ?? 0}%`));
  }

  /** One sharing: now, or as it is wanted. @param {Moment} moment */
  function block(moment) {
    let whole = given(moment);
    /** @type {Sharing | null} */
    let draft = drafts.get(item)?.[moment] ?? whole;
    const heading = uid();
    const own = bar();
    const room = bar();
    const what = h("span", { class: "vt-unseen" });
    const left = h("strong", {});
    const note = h("span", {});
    // What has just happened is heard first, then what is left; both in one polite sentence.
    const told = h(
      "p",
      { class: "vt-shares-told", "aria-live": "polite", "aria-atomic": "true" },
      what,
      " ",
      left,
      " ",
      note,
    );
    const roomWords = h("p", { class: "vt-room" });
    const clear = h("button", { type: "button", class: "vt-clear" }, t("Clear"));
    const copy = h("button", { type: "button", class: "vt-clear" }, t("Start from how it is now"));
    const rows = parts.map((part, index) => {
      const label = { part: names[index] };
      const less = h("button", {
        type: "button",
        class: "vt-pm",
        "aria-label": t("Less: {part}", label),
      }, "−");
      const more = h("button", {
        type: "button",
        class: "vt-pm",
        "aria-label": t("More: {part}", label),
      }, "+");
      const share = h("span", { class: "vt-shares-share" });
      const mark = h("span", { class: `vt-shares-mark vt-part-${index}`, "aria-hidden": "true" });
      less.addEventListener("click", () => move(index, -step));
      more.addEventListener("click", () => move(index, step));
      const name = h("span", { class: "vt-shares-name" }, mark, h("span", {}, names[index]));
      return { el: h("li", {}, name, less, share, more), part, less, more, share };
    });

    /** @param {number} index @param {number} by */
    function move(index, by) {
      if (locked) return;
      const next = moved(draft, parts[index].id, by, parts);
      if (next === draft) return;
      write(what, `${names[index]}: ${percent(next?.[parts[index].id] ?? 0)}.`);
      take(next);
    }

    /** @param {Sharing | null} next */
    function take(next) {
      draft = next;
      const { [moment]: _, ...others } = drafts.get(item) ?? {};
      drafts.set(item, draft && rest(draft) ? { ...others, [moment]: draft } : others);
      // What is not finished is no answer yet; the earlier one stands until then.
      const finished = !draft || rest(draft) === 0;
      if (finished) whole = draft;
      blocks.forEach((one) => one.draw());
      if (finished) send();
    }

    function draw() {
      const open = rest(draft);
      fillBar(own.pieces, draft);
      for (const { part, less, more, share } of rows) {
        const mine = draft?.[part.id] ?? 0;
        write(share, percent(mine));
        attribute(less, "aria-disabled", locked || mine === 0 ? "true" : null);
        attribute(more, "aria-disabled", locked || open === 0 ? "true" : null);
      }
      write(
        left,
        !draft
          ? t("You have not answered yet")
          : open
            ? t("Not shared yet: {n}%", { n: open })
            : t("Everything is shared."),
      );
      write(
        note,
        !draft || !open
          ? ""
          : whole
            ? t("Your earlier answer counts until all is shared.")
            : t("It counts as an answer when all is shared."),
      );
      clear.hidden = !draft || locked;
      copy.hidden = moment === "now" || Boolean(draft) || locked || !blocks[0]?.whole();
    }

    function drawRoom() {
      const shown = /** @type {Result | null | undefined} */ (result);
      const of = shown?.[moment];
      roomWords.hidden = shown === undefined;
      room.el.hidden = !of;
      fillBar(room.pieces, of?.shares ?? null);
      if (!of) {
        write(roomWords, t("Fewer than {minimum} answers: not shown", { minimum }));
        return;
      }
      const shares = parts.map(({ id }, index) => `${names[index]} ${percent(of.shares[id])}`);
      write(roomWords, t("Room's mean: {shares} (n = {n})", { shares: shares.join(", "), n: of.n }));
    }

    clear.addEventListener("click", () => {
      if (locked) return;
      write(what, "");
      take(null);
      rows[0].more.focus({ preventScroll: true });
    });
    copy.addEventListener("click", () => {
      if (locked) return;
      write(what, "");
      take(blocks[0].whole());
      rows[0].less.focus({ preventScroll: true });
    });

    return {
      el: h(
        "div",
        { class: "vt-shares-moment", role: "group", "aria-labelledby": heading },
        h("h4", { id: heading }, moment === "now" ? t("Now") : t("Wanted")),
        told,
        own.el,
        h("ul", { class: "vt-shares-rows" }, ...rows.map((row) => row.el)),
        h("div", { class: "vt-foot" }, copy, clear),
        roomWords,
        room.el,
      ),
      moment,
      draw,
      drawRoom,
      whole: () => whole,
      /** The answer as the page has it now. */
      receive() {
        const now = given(moment);
        if (same(now, whole)) return;
        if (now || same(draft, whole)) draft = now;
        whole = now;
      },
    };
  }

  function send() {
    const [now, wanted] = blocks.map((one) => one.whole());
    value = question.wanted
      ? now || wanted
        ? { ...(now && { now }), ...(wanted && { wanted }) }
        : null
      : now;
    onChange(value);
  }

  function draw() {
    for (const one of blocks) {
      one.draw();
      one.drawRoom();
    }
    const count = blocks.filter((one) => one.whole()).length;
    el.classList.toggle("vt-answered", count > 0);
    el.classList.toggle("vt-locked", locked);
  }

  draw();
  return {
    el,
    update(now) {
      value = now.value;
      locked = now.locked;
      result = now.result;
      for (const one of blocks) one.receive();
      draw();
    },
  };
}
