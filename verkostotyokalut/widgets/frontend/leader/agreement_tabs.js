/** Tabs: one panel at a time, moved between with the arrow keys as well. */
import { attribute, h, uid, write } from "../dom.js";

/**
 * @template {string} Id
 * @param {{ id: Id, title: string, panel: HTMLElement }[]} panels
 * @param {Id} first
 * @param {string} label
 */
export function tabs(panels, first, label) {
  let chosen = first;
  const made = panels.map(({ id, title, panel }) => {
    const count = h("span", { class: "vt-agree-count" });
    const tab = h(
      "button",
      { type: "button", class: "vt-chip", role: "tab", id: uid(), onclick: () => choose(id) },
      title,
      " ",
      count,
    );
    panel.id = uid();
    attribute(tab, "aria-controls", panel.id);
    attribute(panel, "role", "tabpanel");
    attribute(panel, "aria-labelledby", tab.id);
    return { id, tab, count, panel };
  });
  const list = h(
    "div",
    { class: "vt-agree-tabs", role: "tablist", "aria-label": label, onkeydown: move },
    ...made.map(({ tab }) => tab),
  );

  /** @param {KeyboardEvent} event */
  function move(event) {
    const at = made.findIndex(({ id }) => id === chosen);
    const next = nextTab(event.key, at, made.length);
    if (next === null) return;
    event.preventDefault();
    choose(made[next].id);
    made[next].tab.focus();
  }

  /** @param {Id} wanted */
  function choose(wanted) {
    chosen = wanted;
    for (const { id, tab, panel } of made) {
      attribute(tab, "aria-selected", String(id === chosen));
      attribute(tab, "tabindex", id === chosen ? "0" : "-1");
      panel.hidden = id !== chosen;
    }
  }

  choose(first);
  return {
    list,
    choose,
    chosen: () => chosen,
    /** @param {Id} wanted @param {number} n */
    count(wanted, n) {
      for (const { id, count } of made) if (id === wanted) write(count, n ? String(n) : "");
    },
  };
}

/**
 * Which tab a key moves to; null if it moves to none.
 *
 * @param {string} key
 * @param {number} at
 * @param {number} n how many tabs there are
 */
export function nextTab(key, at, n) {
  if (key === "ArrowRight") return (at + 1) % n;
  if (key === "ArrowLeft") return (at + n - 1) % n;
  if (key === "Home") return 0;
  return key === "End" ? n - 1 : null;
}
