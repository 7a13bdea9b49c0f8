/** Files saved by the browser: those that the kernel makes, and those of the page itself. */
import { h } from "../dom.js";

/**
 * @typedef {object} Sender
 * @property {(event: "msg:custom", callback: (message: any, buffers: any) => void) => void} on
 * @property {(event: "msg:custom", callback: (message: any, buffers: any) => void) => void} off
 * @property {(message: unknown) => void} send
 */

/**
 * @param {Sender} model
 * @param {string} type of the kernel's message that brings the file: `{type, name, mime}` and bytes
 */
export function saveFile(model, type) {
  let asked = false; // other views of the same widget hear the message too

  /** @param {{ type?: string, name: string, mime: string }} message @param {BlobPart[]} buffers */
  function receive(message, buffers) {
    if (message?.type !== type || !asked || !buffers?.length) return;
    asked = false;
    saveBlob(message.name, new Blob([buffers[0]], { type: message.mime }));
  }

  model.on("msg:custom", receive);
  return {
    /** @param {object} message */
    ask(message) {
      asked = true;
      model.send(message);
    },
    stop() {
      model.off("msg:custom", receive);
    },
  };
}

/**
 * @param {string} name of the file
 * @param {Blob} blob what is in it
 */
export function saveBlob(name, blob) {
  const url = URL.createObjectURL(blob);
  const link = h("a", { href: url, download: name });
  document.body.append(link); // some browsers follow only a link that is on the page
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
