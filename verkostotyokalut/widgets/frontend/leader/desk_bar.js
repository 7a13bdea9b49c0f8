/** The strip above the console: back to the lobby, and the rehearsal; it minds the page's address. */
import { attribute, h, write } from "../dom.js";
import { drawn } from "./frame.js";

/** @param {{ model: import("../types.js").Model, el: HTMLElement }} host */
function render(host) {
  const { model } = host;
  const back = h("a", { class: "vt-chip", onclick: leave });
  const words = h("span", { role: "status" });
  const stop = h("button", { type: "button", class: "vt-chip", onclick: () => model.send({ do: "rest" }) });
  const go = h("button", { type: "button", class: "vt-chip", onclick: () => model.send({ do: "rehearse" }) });
  const bar = h("nav", { class: "vt-deskbar-bar" }, back, words, stop, go);
  const place = h("p", { class: "vt-unseen", tabindex: "-1" });
  const root = h("div", { class: "vt vt-deskbar" }, place, bar);
  const address = document.body.classList.contains("vt-page") ? pageAddress() : null;

  /** @param {Event} event */
  function leave(event) {
    event.preventDefault();
    address?.forget();
    show("");
  }

  /** @param {string} code */
  function show(code) {
    model.set("code", code);
    model.save_changes();
  }

  /**
   * @param {{ words?: string, going?: boolean, ended?: boolean }} view empty unless it is a rehearsal
   * @param {import("../types.js").Translate} t
   */
  function update({ going, ended, words: told }, t) {
    const code = model.get("code");
    attribute(bar, "aria-label", t("All workshops"));
    attribute(back, "href", address?.of("") ?? "#");
    write(back, `‹ ${t("All workshops")}`);
    write(place, code ? t("The workshop's console") : t("All workshops"));
    bar.hidden = !code;
    write(words, told ?? "");
    write(stop, t("Stop"));
    write(go, t("Go on"));
    stop.hidden = !told || !going;
    go.hidden = !told || Boolean(going || ended);
    attribute(bar, "data-rehearsal", Boolean(told));
  }

  function onCode() {
    address?.follow(model.get("code"));
    frame.redraw();
    place.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  const onPop = () => show(address?.asked() ?? "");
  const frame = drawn(host, root, update);
  model.on("change:code", onCode);
  if (address) addEventListener("popstate", onPop);
  address?.replace(model.get("code"));
  return () => {
    model.off("change:code", onCode);
    removeEventListener("popstate", onPop);
    frame.stop();
  };
}

/** Keeps `?code=` in the page's address as the page shows it; `?workshop=` has done its work. */
function pageAddress() {
  /** The code that the browser's back button led to, until the kernel has answered. */
  let wanted = "";

  /** @param {string} code */
  function of(code) {
    const url = new URL(location.href);
    if (code) url.searchParams.set("code", code);
    else url.searchParams.delete("code");
    url.searchParams.delete("workshop");
    return url.href;
  }

  function now() {
    return new URLSearchParams(location.search).get("code") ?? "";
  }

  /** @param {string} code */
  function replace(code) {
    if (code !== now()) history.replaceState(history.state, "", of(code));
  }

  return {
    of,
    replace,
    asked() {
      wanted = now();
      return wanted;
    },
    forget() {
      wanted = "";
    },
    /** @param {string} code */
    follow(code) {
      if (code === now()) return;
      // A step back that led to a session that is gone is no new step.
      if (wanted) replace(code);
      else history.pushState(null, "", of(code));
      wanted = "";
    },
  };
}

export default { render };
