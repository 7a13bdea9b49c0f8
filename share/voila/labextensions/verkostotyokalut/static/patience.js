// Gives a workshop page's widgets the time that a busy machine needs.
//
// A front-end extension of Voilà, in the form that JupyterLab's builder gives to one.

const PATIENCE = 600_000; // milliseconds

/**
 * anywidget drops for good every message to a widget whose module has not started in two seconds,
 * and a picture would stand still in front of the room. Nothing on our pages needs a shorter limit.
 */
function letModulesStart() {
  const { timeout } = AbortSignal;
  AbortSignal.timeout = (milliseconds) =>
    timeout.call(AbortSignal, Math.max(milliseconds, PATIENCE));
}

/**
 * Holds the page's outputs back until their widgets have been fetched from the kernel: ipywidgets
 * looks for an output's widget for two seconds, and a slow one's place would stay an error.
 * Voilà draws the outputs when each extension has started.
 */
const restored = {
  id: "verkostotyokalut:restored",
  autoStart: true,
  async activate(app) {
    const manager = await app.widgetManagerPromise.promise;
    if (!manager.restoredStatus) {
      await new Promise((resolve) => manager.restored.connect(resolve));
    }
  },
};

globalThis._JUPYTERLAB ??= {};
globalThis._JUPYTERLAB.verkostotyokalut = {
  init: letModulesStart,
  get: async () => () => ({ __esModule: true, default: restored }),
};
