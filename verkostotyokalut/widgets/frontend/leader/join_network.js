/** By which of this computer's networks phones come, and what to do when they don't. */
import { attribute, h, write } from "../dom.js";

/** @typedef {import("../types.js").Model} Model */
/** @typedef {import("../types.js").Translate} Translate */

/**
 * Which of the addresses people are told, when there are several.
 *
 * @param {Model} model
 * @param {Translate} t
 */
export function hostChoice(model, t) {
  const select = h("select", { onchange: () => model.send({ host: select.value }) });
  const el = h("label", { class: "vt-joincard-network" }, h("span", {}, t("The network where the phones are")), select);
  let known = "";
  return {
    el,
    update() {
      const hosts = /** @type {{ address: string, network: string }[]} */ (model.get("hosts"));
      const now = JSON.stringify(hosts);
      if (now !== known) {
        known = now;
        select.replaceChildren(
          ...hosts.map(({ address, network }) => h("option", { value: address }, `${address} (${network})`)),
        );
      }
      select.value = model.get("host");
      el.hidden = hosts.length < 2;
    },
  };
}

/**
 * What to try, in order, when a phone doesn't get to the page.
 *
 * @param {Model} model
 * @param {Translate} t
 */
export function adviceOf(model, t) {
  const list = h("ol", {});
  const el = h(
    "details",
    { class: "vt-joincard-advice" },
    h("summary", {}, t("The page doesn't open on a phone?")),
    list,
  );
  return {
    el,
    update() {
      const advice = /** @type {string[]} */ (model.get("advice"));
      while (list.children.length > advice.length) list.lastElementChild?.remove();
      advice.forEach((words, i) => write(list.children[i] ?? list.appendChild(h("li", {})), words));
      attribute(el, "hidden", advice.length === 0);
    },
  };
}
