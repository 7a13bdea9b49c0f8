/** A field for a join code: the assessment beside it takes part in that session, or leaves it. */
import { attribute, h, translator, write } from "../dom.js";
import { cleanCode, formatCode } from "./join_code.js";
import { storagePrefix } from "./jupyter.js";
import { createOutbox } from "../outbox.js";

/** @param {{ model: import("../types.js").Model, el: HTMLElement }} host */
function render({ model, el: host }) {
  const t = translator(model.get("texts"), model.get("language"));
  const input = h("input", {
    id: "vt-join-code",
    maxlength: 12,
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: "false",
    "aria-describedby": "vt-join-message",
  });
  const label = h("label", { for: "vt-join-code" }, t("Join a workshop by its code"));
  const button = h("button", { class: "vt-btn" }, t("Join"));
  const form = h("form", { onsubmit: join }, label, h("div", {}, input, button));
  const member = h("span", {});
  const leave = h("button", { type: "button", class: "vt-btn", onclick: () => model.send({ type: "leave" }) }, t("Leave"));
  const joined = h("p", { class: "vt-bycode-joined" }, member, " ", leave);
  const message = h("p", { id: "vt-join-message", class: "vt-bycode-message", role: "alert" });
  const root = h("section", { class: "vt vt-bycode", "data-lm-suppress-shortcuts": "true" }, form, joined, message);
  host.append(root);

  /** @param {Event} event */
  function join(event) {
    event.preventDefault();
    send(input.value);
  }

  /** @param {string} typed */
  function send(typed) {
    const code = cleanCode(typed);
    if (!code) {
      write(message, t("The code has six letters and digits, such as K7M 4PX."));
      input.focus();
      return;
    }
    // The same key as on the participant's page: the same browser is the same participant.
    const token = createOutbox(storage(), `${storagePrefix()}:${code}`).token();
    model.send({ type: "join", code, token });
  }

  function update() {
    const code = model.get("code");
    attribute(root, "lang", model.get("language"));
    form.hidden = Boolean(code);
    joined.hidden = !code;
    write(member, code ? t("You take part in the workshop {code}.", { code: formatCode(code) }) : "");
    write(message, model.get("message"));
  }

  model.on("change:code", update);
  model.on("change:message", update);
  update();
  const asked = new URLSearchParams(location.search).get("code");
  if (asked && !model.get("code")) send(asked);
  return () => {
    model.off("change:code", update);
    model.off("change:message", update);
    root.remove();
  };
}

function storage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

export default { render };
