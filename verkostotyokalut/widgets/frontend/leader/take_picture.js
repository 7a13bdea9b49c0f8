/** A picture to take along: saved in the browser as it was designed, with its name above it. */
import { attribute, h, write } from "../dom.js";
import { outlined } from "./dots.js";
import { saveBlob } from "./save_file.js";

/** @typedef {import("../types.js").Translate} Translate */
/** @typedef {import("./plotly_loader.js").Plotly} Plotly */

/** @typedef {"png" | "svg"} Format for slides, and for print */

/** @type {Format[]} */
const FORMATS = ["png", "svg"];
const MARGIN = 24; // around the picture, in pixels of its design
const SHARP = 2; // pixels of a PNG for one of the design
const LEADING = 1.3;

/**
 * Buttons that save a picture, one for each format.
 *
 * @param {() => { plotly: Plotly | null, figure: string, label: string, words: string }} now what
 *   the picture is just now: plotly's figure as JSON, its name, and the same in a sentence
 */
export function takePicture(now) {
  const trouble = h("span", { role: "status" });
  const buttons = FORMATS.map((format) =>
    h("button", { type: "button", class: "vt-chart-take", onclick: () => void press(format) }, format.toUpperCase()),
  );
  const el = h("div", { class: "vt-chart-takes", hidden: true }, trouble, ...buttons);
  /** @type {Translate} */
  let t = (words) => words;

  /** @param {Format} format */
  async function press(format) {
    const { plotly, figure, label, words } = now();
    write(trouble, "");
    try {
      if (!plotly) throw new Error("plotly.js isn't loaded");
      saveBlob(fileName(label, format), await imageOf(plotly, figure, format, label, words));
    } catch (error) {
      console.error("picture:", error);
      write(trouble, t("The picture could not be saved."));
    }
  }

  return {
    el,
    /** @param {boolean} shown whether there is a picture */
    show(shown) {
      el.hidden = !shown;
    },
    /** @param {Translate} translate */
    speak(translate) {
      t = translate;
      const { label } = now();
      buttons.forEach((button, index) => {
        const format = FORMATS[index].toUpperCase();
        attribute(button, "aria-label", t("{format}: save the picture {label}", { format, label }));
      });
    },
  };
}

/**
 * @param {Plotly} plotly
 * @param {string} figure
 * @param {Format} format
 * @param {string} label
 * @param {string} words
 */
async function imageOf(plotly, figure, format, label, words) {
  const { data, layout } = outlined(JSON.parse(figure));
  const { width, height } = layout.meta;
  const { text, size, high } = heading(label, width);
  const options = { format, width: width + 2 * MARGIN, height: height + high + 2 * MARGIN };
  const titled = {
    ...layout,
    ...{ width: options.width, height: options.height, autosize: false, paper_bgcolor: "#ffffff" },
    margin: { l: MARGIN, r: MARGIN, t: MARGIN + high, b: MARGIN },
    title: {
      ...{ text, font: { size }, xref: "container", x: 0, xanchor: "left" },
      ...{ yref: "container", y: 1, yanchor: "top", pad: { l: MARGIN, t: MARGIN } },
    },
  };
  const scale = format === "png" ? SHARP : 1;
  const image = await plotly.toImage(
    { data, layout: titled, config: { staticPlot: true } },
    { ...options, scale, imageDataOnly: true },
  );
  if (format === "svg") return new Blob([told(image, label, words)], { type: "image/svg+xml" });
  const bytes = Uint8Array.from(atob(image), (byte) => byte.charCodeAt(0));
  return new Blob([bytes], { type: "image/png" });
}

/**
 * Name a drawing inside, for those who don't see it.
 *
 * @param {string} svg
 * @param {string} label
 * @param {string} words
 */
function told(svg, label, words) {
  const page = new DOMParser().parseFromString(svg, "image/svg+xml");
  const root = page.documentElement;
  root.setAttribute("role", "img");
  for (const [name, text] of [
    ["desc", words],
    ["title", label],
  ]) {
    const part = page.createElementNS("http://www.w3.org/2000/svg", name);
    part.textContent = text;
    root.prepend(part);
  }
  return new XMLSerializer().serializeToString(page);
}

/**
 * The name above a picture, in plotly's markup: in as many lines as it takes.
 *
 * @param {string} label
 * @param {number} width
 */
export function heading(label, width) {
  const size = Math.max(13, Math.round(width / 50));
  const most = Math.floor(width / (0.62 * size));
  /** @type {string[]} */
  const lines = [];
  for (const word of label.split(/\s+/)) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && longer.length <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return { text: lines.map(plain).join("<br>"), size, high: (lines.length * LEADING + 0.6) * size };
}

/**
 * Words as plotly shows them, whatever characters they hold: between dollars it would look for
 * mathematics.
 *
 * @param {string} words
 */
export function plain(words) {
  const safe = { "&": "&amp;", "<": "&lt;", ">": "&gt;", $: "&#36;" };
  return words.replace(/[&<>$]/g, (found) => safe[/** @type {keyof safe} */ (found)]);
}

/**
 * A file's name that every system takes.
 *
 * @param {string} label
 * @param {Format} format
 */
export function fileName(label, format) {
  const plainLetters = label.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const name = plainLetters.replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-+|-+$/g, "");
  return `${name || "verkosto"}.${format}`;
}
