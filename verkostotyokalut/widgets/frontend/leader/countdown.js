/** The time that is left, in digits that the whole room can read. */
import { attribute, h, translator, write } from "../dom.js";
import { left, minutesAndSeconds, ticking } from "../timing.js";

/** @param {{ model: import("../types.js").Model, el: HTMLElement }} host */
function render({ model, el: host }) {
  const digits = h("b", {});
  const up = h("span", { role: "status" });
  const root = h("p", { class: "vt vt-countdown", role: "timer", hidden: true }, digits, up);
  host.append(root);

  const ticks = ticking((now) => {
    const seconds = left(model.get("timing").countdown ?? null, now);
    const t = translator(model.get("texts"), model.get("language"));
    attribute(root, "hidden", seconds === null);
    attribute(root, "lang", model.get("language"));
    write(digits, seconds === null ? "" : minutesAndSeconds(seconds));
    write(up, seconds === 0 ? t("Time is up") : "");
  });

  function onTiming() {
    ticks.set(model.get("timing").now ?? Date.now());
  }

  model.on("change:timing", onTiming);
  model.send({ timing: true }); // told anew, since it counts from the moment it comes
  return () => {
    model.off("change:timing", onTiming);
    ticks.stop();
    root.remove();
  };
}

export default { render };
