/** The assessment in a notebook: alone, the answers are kept in this browser and nowhere else. */
import assessment from "./assessment.js";
import { shelf } from "./outbox.js";

/** @param {{ model: import("./types.js").Model, el: HTMLElement }} host */
function render({ model, el }) {
  function kept() {
    let storage = null;
    try {
      storage = window.localStorage;
    } catch {
      // The browser forbids it; the answers live as long as the kernel.
    }
    return shelf(storage, model.get("keep"), { answers: {} });
  }

  function restore() {
    const { answers } = kept().read();
    if (!model.get("keep") || Object.keys(model.get("answers")).length || !Object.keys(answers).length) return;
    model.set("answers", answers);
    model.save_changes();
  }

  function keep() {
    if (model.get("keep")) kept().write({ answers: model.get("answers") });
  }

  restore();
  model.on("change:keep", restore);
  model.on("change:answers", keep);
  const stop = assessment.render({ model, el });
  return () => {
    model.off("change:keep", restore);
    model.off("change:answers", keep);
    stop();
  };
}

export default { render };
