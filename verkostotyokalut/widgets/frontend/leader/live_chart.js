/** A live picture: the newest figure drawn by plotly.js, and the same in words and numbers. */
import { attribute, h, translator, write } from "../dom.js";
import { newestFrame } from "./newest_frame.js";
import { createBrush } from "./brush.js";
import { outlined } from "./dots.js";
import { createPlaces } from "./places.js";
import { loadPlotly } from "./plotly_loader.js";
import { takePicture } from "./take_picture.js";
import { textTwin } from "./text_twin.js";

const CONFIG = { displayModeBar: false, staticPlot: true };

/** @param {{ model: import("../types.js").Model, el: HTMLElement }} host */
function render({ model, el: host }) {
  // Plotly's texts have sizes in pixels, so a figure is drawn at the size it was designed for, on
  // a canvas that is then scaled to the room there is: the same picture on every screen.
  const canvas = h("div", { class: "vt-chart-canvas" });
  const plot = h("div", { class: "vt-chart-plot", role: "img" }, canvas);
  // Beside the picture, not inside: what an image holds is not there for a screen reader.
  const places = createPlaces((id) => model.send({ type: "press", id }));
  const frame = h("div", { class: "vt-chart-frame" }, plot, places.el);
  const empty = h("p", { class: "vt-chart-empty" });
  const problemText = h("span", {});
  const again = h("button", { type: "button", class: "vt-btn" });
  const problem = h("div", { class: "vt-chart-problem", role: "alert", hidden: true }, problemText, again);
  const caption = h("figcaption", { class: "vt-chart-caption" });
  const brush = createBrush(canvas);
  const twin = textTwin();
  const take = takePicture(() => ({
    plotly,
    figure: model.get("figure"),
    label: model.get("label"),
    words: model.get("twin")?.caption ?? "",
  }));
  const more = h("div", { class: "vt-chart-more" }, twin.el, take.el);
  const root = h("figure", { class: "vt vt-chart" }, frame, empty, problem, caption, more);
  host.append(root);

  /** @type {import("./plotly_loader.js").Plotly | null} */
  let plotly = null;
  /** What the last attempt failed at. @type {"" | "loading" | "drawing"} */
  let trouble = "";
  let stopped = false;
  let design = { width: 0, height: 0 };

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
      else brush.wipe(plotly);
      trouble = "";
      showWhatThereIs();
    } catch (error) {
      fail("drawing", error);
    }
  }

  /** @param {import("./plotly_loader.js").Plotly} library @param {string} json */
  async function drawFigure(library, json) {
    const { data, layout, config = {} } = outlined(JSON.parse(json));
    const { width, height, places: pressed = [] } = layout.meta;
    frame.hidden = false;
    design = { width, height };
    places.update(pressed);
    fit();
    const still = { ...layout, meta: { width, height }, width, height, autosize: false };
    await brush.paint(library, { data, layout: still, config: { ...config, ...CONFIG } });
  }

  /** Scale the canvas to the container: as wide as it is, and no higher than it may be. */
  function fit() {
    const room = plot.clientWidth;
    if (!design.width || !room) return;
    const most = parseFloat(getComputedStyle(plot).maxHeight) || Infinity;
    const scale = Math.min(room / design.width, most / design.height);
    plot.style.height = `${design.height * scale}px`;
    canvas.style.width = `${design.width}px`;
    canvas.style.height = `${design.height}px`;
    const left = (room - design.width * scale) / 2;
    canvas.style.transform = `translateX(${left}px) scale(${scale})`;
    places.fit(scale, left);
  }

  /** @param {"loading" | "drawing"} what @param {unknown} error */
  function fail(what, error) {
    console.error("live chart:", error);
    if (!trouble) twin.open();
    trouble = what;
    showWhatThereIs();
  }

  function onResize() {
    frames.resume();
    fit();
  }

  function onFrame() {
    showWhatThereIs();
    frames.offer(model.get("frame"));
  }

  /** The picture, or why there is none. */
  function showWhatThereIs() {
    const figure = Boolean(model.get("figure"));
    frame.hidden = !figure || trouble !== "";
    problem.hidden = !figure || trouble === "";
    empty.hidden = figure || !model.get("empty");
    take.show(figure && trouble === "");
  }

  function onTwin() {
    const words = model.get("twin") ?? {};
    write(caption, model.get("captioned") ? (words.caption ?? "") : "");
    twin.update(words);
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
    take.speak(t);
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
    brush.wipe(plotly);
    root.remove();
  };
}

export default { render };
