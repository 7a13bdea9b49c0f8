/** A page that the kernel makes, opened in a window of its own. */

/** @param {import("./save_file.js").Sender} model @param {string} type of the message that brings it */
export function openFile(model, type) {
  /** The window that waits for the page; opened by the press itself, so that no browser blocks it.
   * @type {Window | null} */
  let waiting = null;

  /** @param {{ type?: string, mime: string }} told @param {BlobPart[]} buffers */
  function receive(told, buffers) {
    if (told?.type !== type || !waiting || !buffers?.length) return;
    // The address stays good as long as this page is open, so that the page can be saved there.
    waiting.location.href = URL.createObjectURL(new Blob([buffers[0]], { type: told.mime }));
    waiting = null;
  }

  model.on("msg:custom", receive);
  return {
    /** Ask for the page; false when the browser opens no window. @param {object} message */
    ask(message) {
      waiting = window.open("", "_blank");
      if (waiting) model.send(message);
      return waiting !== null;
    },
    /** It won't come. */
    cancel() {
      waiting?.close();
      waiting = null;
    },
    stop() {
      model.off("msg:custom", receive);
    },
  };
}
