/** A live picture: the newest figure drawn by plotly.js, and the same in words and numbers. */
import { attribute, h, translator, write } from "./dom.js";
import { newestFrame } from "./newest_frame.js";
import { loadPlotly } from "./plotly_loader.js";
import { textTwin } from "./text_twin.js";

const CONFIG = { displayModeBar: false, responsive: true, staticPlot: true };

/** @param {{ model: import("./types.js").Model, el: HTMLElement }} host */
function render({ model, el: host }) {
  const plot = h("div", { class: "vt-chart-plot", role: "img" });
  const empty = h("p", { class: "vt-chart-empty" });
  const problemText = h("span", {});
  const again = h("button", { type: "button", class: "vt-btn" });
  const problem = h("div", { class: "vt-chart-problem", role: "alert", hidden: true }, problemText, again);
  const twin = textTwin();
  const root = h("figure", { class: "vt vt-chart" }, plot, empty, problem, twin.el);
  host.append(root);

  /** @type {import("./plotly_loader.js").Plotly | null} */
  let plotly = null;
  /** What the last attempt failed at. @type {"" | "loading" | "drawing"} */
  let trouble = "";
  let stopped = false;
  let drawnSize = "";

  const frames = newestFrame({
    draw,
    acknowledge(frame) {
      // Never backwards: another view of the same model may be further.
      if (model.get("shown") >= frame) return;
      model.set("shown", frame);
      model.save_changes();
    },
    visible: () => !document.hidden && root.clientWidth > 0,
  });

  async function draw() {
    // Loading is tried again when the leader asks for it, drawing at every frame.
    if (trouble === "loading") return;
    try {
      plotly ??= await loadPlotly(model.get("plotly"), model);
    } catch (error) {
      fail("loading", error);
      return;
    }
    if (stopped) return;
    try {
      const figure = model.get("figure");
      if (figure) await drawFigure(plotly, figure);
      else plotly.purge(plot);
      trouble = "";
      showWhatThereIs();
    } catch (error) {
      fail("drawing", error);
    }
  }

  /** @param {import("./plotly_loader.js").Plotly} library @param {string} json */
  async function drawFigure(library, json) {
    const { data, layout = {}, config = {} } = JSON.parse(json);
    const { width: _width, ...rest } = layout;
    plot.hidden = false;
    plot.style.height = rest.height ? `${rest.height}px` : "";
    drawnSize = size();
    await library.react(plot, data, { ...rest, autosize: true }, { ...config, ...CONFIG });
  }

  /** @param {"loading" | "drawing"} what @param {unknown} error */
  function fail(what, error) {
    console.error("live chart:", error);
    if (!trouble) twin.open();
    trouble = what;
    showWhatThereIs();
  }

  function size() {
    return `${plot.clientWidth}×${plot.clientHeight}`;
  }

  function onResize() {
    frames.resume();
    if (!plotly || !model.get("figure") || !root.clientWidth || size() === drawnSize) return;
    drawnSize = size();
    // Plotly refuses while the plot is not displayed; the next size brings us back here.
    Promise.resolve(plotly.Plots.resize(plot)).catch(() => {});
  }

  function onFrame() {
    showWhatThereIs();
    frames.offer(model.get("frame"));
  }

  /** The picture, or why there is none. */
  function showWhatThereIs() {
    const figure = Boolean(model.get("figure"));
    plot.hidden = !figure || trouble !== "";
    problem.hidden = !figure || trouble === "";
    empty.hidden = figure || !model.get("empty");
  }

  function onTwin() {
    twin.update(model.get("twin") ?? {});
  }

  function onTexts() {
    const language = model.get("language");
    const t = translator(model.get("texts"), language);
    attribute(root, "lang", language);
    attribute(plot, "aria-label", model.get("label"));
    write(empty, model.get("empty"));
    write(problemText, t("The chart could not be drawn. The same is in the table below."));
    write(again, t("Try again"));
    showWhatThereIs();
    twin.name(t("The same in words and numbers"));
  }

  function onAgain() {
    trouble = "";
    onFrame();
  }

  function onVisibility() {
    frames.resume();
  }

  const texts = ["change:texts", "change:language", "change:label", "change:empty"];
  texts.forEach((event) => model.on(event, onTexts));
  model.on("change:frame", onFrame);
  model.on("change:twin", onTwin);
  again.addEventListener("click", onAgain);
  document.addEventListener("visibilitychange", onVisibility);
  const resizes = new ResizeObserver(onResize);
  resizes.observe(root);
  resizes.observe(plot);
  onTexts();
  onTwin();
  onFrame();

  return () => {
    stopped = true;
    frames.stop();
    resizes.disconnect();
    document.removeEventListener("visibilitychange", onVisibility);
    texts.forEach((event) => model.off(event, onTexts));
    model.off("change:frame", onFrame);
    model.off("change:twin", onTwin);
    plotly?.purge(plot);
    root.remove();
  };
}

export default { render };
