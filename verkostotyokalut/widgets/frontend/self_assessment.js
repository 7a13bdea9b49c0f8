/** The assessment in a notebook: alone, the answers are kept in this browser and nowhere else. */
import assessment from "./assessment.js";
import { storagePrefix } from "./leader/jupyter.js";
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
    return shelf(storage, `${storagePrefix()}:${model.get("keep")}`, { answers: {} });
  }

  function restore() {
    const { answers } = kept().read();
    if (!model.get("keep") || Object.keys(model.get("answers")).length || !Object.keys(answers).length) return;
    // A message, not a change: by now the kernel may have joined a session, whose answers are not these.
    model.send({ type: "restore", answers });
  }

  function keep() {
    // Answers that come together with a new place are not this person's doing.
    if (place && model.get("keep") === place) kept().write({ answers: model.get("answers") });
  }

  function move() {
    place = model.get("keep");
    restore();
  }

  /** Under which name the answers are kept now; nothing in a session. */
  let place = model.get("keep");
  restore();
  model.on("change:keep", move);
  model.on("change:answers", keep);
  const stop = assessment.render({ model, el });
  return () => {
    model.off("change:keep", move);
    model.off("change:answers", keep);
    stop();
  };
}

export default { render };
