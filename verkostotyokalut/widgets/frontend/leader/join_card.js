/** How to join: QR code, address and code; large for the projector, small for the leader. */
import { copyText } from "./copy.js";
import { attribute, h, translator, write } from "../dom.js";
import { formatCode } from "./join_code.js";
import { adviceOf, hostChoice } from "./join_network.js";
import { serverUrl } from "./jupyter.js";

/** @typedef {import("../types.js").Model} Model */
/** @typedef {import("../types.js").Translate} Translate */

/**
 * What a size of the card consists of.
 *
 * @typedef {object} Card
 * @property {Node[]} nodes
 * @property {() => void} update brings it up to date with the model
 */

const SIZES = { large, small, corner };
const DATA = ["code", "join_url", "short_url", "qr", "joined", "notice", "host", "hosts", "advice"];
const FORM = ["size", "language", "texts"];

/** @param {{ model: Model, el: HTMLElement }} host */
function render({ model, el: host }) {
  const root = h("section", {});
  host.append(root);
  let update = () => {};

  function build() {
    const size = /** @type {keyof typeof SIZES} */ (model.get("size"));
    const language = model.get("language");
    const t = translator(model.get("texts"), language);
    const card = SIZES[size](model, t);
    root.className = `vt vt-joincard vt-joincard-${size}`;
    attribute(root, "lang", language);
    attribute(root, "aria-label", t("How to join"));
    root.replaceChildren(...card.nodes);
    update = card.update;
    update();
  }

  function onData() {
    update();
  }

  FORM.forEach((name) => model.on(`change:${name}`, build));
  DATA.forEach((name) => model.on(`change:${name}`, onData));
  build();
  tellPage(model);

  return () => {
    FORM.forEach((name) => model.off(`change:${name}`, build));
    DATA.forEach((name) => model.off(`change:${name}`, onData));
    root.remove();
  };
}

/**
 * Tell the kernel the server's outside address, from which it makes the join address.
 *
 * @param {Model} model
 */
function tellPage(model) {
  const page = serverUrl();
  if (model.get("page") === page) return;
  model.set("page", page);
  model.save_changes();
}

/** @param {Model} model @param {Translate} t @returns {Card} */
function large(model, t) {
  const qr = qrCode(model, t);
  const code = joinCode(model);
  const address = addressOf(model, "strong");
  const joined = h("p", { class: "vt-joincard-joined" });
  const words = h(
    "div",
    { class: "vt-joincard-words" },
    h("h2", {}, t("Join with your phone")),
    h(
      "ol",
      { role: "list" },
      h("li", {}, t("Point the camera at the code, or write in the browser:"), address.el),
      h("li", {}, t("If a code is asked for, give this:"), code.el),
      h("li", {}, t("Stay on the page. No name and no login is needed.")),
    ),
    joined,
  );
  return {
    nodes: [qr.el, words],
    update() {
      [qr, code, address].forEach((part) => part.update());
      write(joined, t("Joined: {n}", { n: model.get("joined") }));
    },
  };
}

/** @param {Model} model @param {Translate} t @returns {Card} */
function small(model, t) {
  const qr = qrCode(model, t);
  const code = joinCode(model);
  const notice = noticeOf(model);
  const network = hostChoice(model, t);
  const advice = adviceOf(model, t);
  const address = addressOf(model, "span");
  const joined = h("p", { class: "vt-joincard-joined" });
  const told = h("p", { class: "vt-joincard-told", role: "status" });
  const button = h("button", { type: "button", class: "vt-btn", onclick: copy });
  write(button, t("Copy the address"));

  async function copy() {
    // Emptied first, so that the same words are read aloud again.
    write(told, "");
    const copied = await copyText(model.get("join_url"), address.el);
    attribute(told, "data-copied", copied);
    write(told, copied ? t("The address is copied.") : t("The address is selected. Copy it with Ctrl+C."));
  }

  return {
    nodes: [
      notice.el,
      qr.el,
      h("div", { class: "vt-joincard-words" }, code.el, address.el, button, told, joined),
      network.el,
      advice.el,
    ],
    update() {
      [qr, code, address, notice, network, advice].forEach((part) => part.update());
      write(joined, t("Joined: {n}", { n: model.get("joined") }));
      attribute(button, "disabled", !model.get("join_url"));
    },
  };
}

/** @param {Model} model @param {Translate} t @returns {Card} */
function corner(model, t) {
  const qr = qrCode(model, t);
  const code = joinCode(model);
  return {
    nodes: [h("p", {}, t("Join:"), " ", code.el), qr.el],
    update() {
      qr.update();
      code.update();
    },
  };
}

/**
 * The QR code; an empty place of the same size until the kernel has made it.
 *
 * @param {Model} model
 * @param {Translate} t
 */
function qrCode(model, t) {
  const image = h("img", { draggable: "false" });
  return {
    el: h("div", { class: "vt-joincard-qr" }, image),
    update() {
      attribute(image, "src", model.get("qr") || null);
      attribute(image, "alt", t("QR code: {url}", { url: model.get("join_url") }));
      image.hidden = !model.get("qr");
    },
  };
}

/** @param {Model} model */
function joinCode(model) {
  const code = h("b", { class: "vt-joincard-code", translate: "no" });
  return { el: code, update: () => write(code, formatCode(model.get("code"))) };
}

/** @param {Model} model @param {"strong" | "span"} tag */
function addressOf(model, tag) {
  const address = h(tag, { class: "vt-joincard-address", translate: "no" });
  return {
    el: address,
    update() {
      const words = model.get("short_url");
      if (address.textContent === words) return;
      // A long address goes to the next line at a slash.
      const parts = words.match(/[^/]*\/|[^/]+$/g) ?? [];
      address.replaceChildren(...parts.flatMap((/** @type {string} */ part) => [part, h("wbr")]));
    },
  };
}

/** @param {Model} model */
function noticeOf(model) {
  const notice = h("p", { class: "vt-joincard-notice", role: "status" });
  return {
    el: notice,
    update() {
      write(notice, model.get("notice"));
      notice.hidden = !model.get("notice");
    },
  };
}

export default { render };
