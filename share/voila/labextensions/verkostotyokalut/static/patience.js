// Gives a workshop page's widgets the time that a busy machine needs.
//
// A front-end extension of Voilà, in the form that JupyterLab's builder gives to one.

const PATIENCE = 600_000; // milliseconds for a widget's module to start
const RESTORE = 60_000; // milliseconds for the page's widgets to come from the kernel

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
 * Holds the page's outputs back until their widgets have come from the kernel: ipywidgets looks
 * for an output's widget for two seconds, and a slow one's place would stay an error. (Voilà draws
 * the outputs when each extension has started.)
 *
 * The kernel works on while the page connects to it. A widget whose message comes before the
 * kernel has told which widgets there are is among those that it tells; made from that message, it
 * could lack a part whose message the page was too late for. And a change that comes while the
 * widgets are being made finds no widget yet, so it is made again.
 */
const restored = {
  id: "verkostotyokalut:restored",
  autoStart: true,
  async activate(app) {
    const manager = await app.widgetManagerPromise.promise;
    if (manager.restoredStatus) return;
    const { kernel, comm_target_name: target } = manager;
    const listen = () => kernel.registerCommTarget(target, manager._handleCommOpen);
    const changes = [];
    const hear = (_kernel, message) => {
      if (message.header.msg_type !== "comm_msg") return;
      const { method } = message.content.data;
      if (method === "update_states") {
        listen();
        changes.length = 0;
      } else if (method === "update") changes.push(message);
    };
    kernel.registerCommTarget(target, (comm) => comm.dispose());
    kernel.iopubMessage.connect(hear);
    await new Promise((resolve) => {
      const limit = setTimeout(resolve, RESTORE);
      manager.restored.connect(() => {
        clearTimeout(limit);
        resolve();
      });
    });
    kernel.iopubMessage.disconnect(hear);
    listen();
    for (const change of changes) {
      const id = change.content.comm_id;
      if (manager.has_model(id)) await (await manager.get_model(id))._handle_comm_msg(change);
    }
  },
};

globalThis._JUPYTERLAB ??= {};
globalThis._JUPYTERLAB.verkostotyokalut = {
  init: letModulesStart,
  get: async () => () => ({ __esModule: true, default: restored }),
};
