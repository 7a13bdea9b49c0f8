/**
 * Loads plotly.js once per page, however many charts there are.
 *
 * From the Jupyter server when it has our extension (one cached, compressed file); else from the
 * kernel as one binary message, for hosts without the extension.
 */
import { underServer } from "./jupyter.js";

/**
 * The part of plotly.js that the charts use.
 *
 * @typedef {object} Plotly
 * @property {(node: HTMLElement, data: unknown[], layout: object, config: object) => Promise<unknown>} react
 * @property {(node: HTMLElement) => void} purge
 * @property {(figure: object, options: object) => Promise<string>} toImage
 */

/**
 * @typedef {object} KernelModel
 * @property {(message: object) => void} send
 * @property {(event: string, callback: (...args: any[]) => void) => void} on
 * @property {(event: string, callback: (...args: any[]) => void) => void} off
 */

const PROMISE = Symbol.for("verkostotyokalut.plotly");
const KERNEL_PATIENCE = 30_000;

/**
 * @param {string} path of plotly.js, relative to the Jupyter base URL; "" asks the kernel
 * @param {KernelModel} model
 * @returns {Promise<Plotly>} rejected when plotly.js can't be had; the next call tries again
 */
export function loadPlotly(path, model) {
  const page = /** @type {any} */ (globalThis);
  if (page.Plotly?.react) return Promise.resolve(page.Plotly);
  page[PROMISE] ??= fromServer(path)
    .catch(() => fromKernel(model))
    .catch((error) => {
      page[PROMISE] = undefined;
      throw error;
    });
  return page[PROMISE];
}

/** @param {string} path */
async function fromServer(path) {
  if (!path) throw new Error("no address for plotly.js");
  return runScript(underServer(path));
}

/**
 * @param {KernelModel} model
 * @returns {Promise<Plotly>}
 */
async function fromKernel(model) {
  const file = await askKernel(model);
  const url = URL.createObjectURL(new Blob([file], { type: "text/javascript" }));
  try {
    return await runScript(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * @param {KernelModel} model
 * @returns {Promise<BlobPart>}
 */
function askKernel(model) {
  return new Promise((resolve, reject) => {
    /** @param {{type?: string}} message @param {BlobPart[]} [buffers] */
    const receive = (message, buffers) => {
      if (message?.type !== "plotly") return;
      finish();
      if (buffers?.length) resolve(buffers[0]);
      else reject(new Error("the kernel has no plotly.js"));
    };
    const timer = setTimeout(() => {
      finish();
      reject(new Error("the kernel did not send plotly.js"));
    }, KERNEL_PATIENCE);
    const finish = () => {
      clearTimeout(timer);
      model.off("msg:custom", receive);
    };
    model.on("msg:custom", receive);
    model.send({ type: "plotly" });
  });
}

/**
 * @param {string} url
 * @returns {Promise<Plotly>}
 */
function runScript(url) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.async = true;
    script.onload = () => {
      const { Plotly } = /** @type {any} */ (globalThis);
      // A login page or an error page may come instead of the file, with the status 200.
      if (Plotly?.react) resolve(Plotly);
      else reject(new Error(`no plotly.js at ${url}`));
    };
    script.onerror = () => {
      script.remove();
      reject(new Error(`no plotly.js at ${url}`));
    };
    document.head.append(script);
  });
}
