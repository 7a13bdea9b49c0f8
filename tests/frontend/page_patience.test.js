// A page's widgets come whole from a kernel that works on while the page connects to it.
import assert from "node:assert/strict";
import test from "node:test";

import "../../share/voila/labextensions/verkostotyokalut/static/patience.js";

const { verkostotyokalut } = globalThis._JUPYTERLAB;
const TARGET = "jupyter.widget";

/** What JupyterLab's signals do, as far as it matters here. */
function signal() {
  const slots = new Set();
  return {
    connect: (slot) => slots.add(slot),
    disconnect: (slot) => slots.delete(slot),
    emit: (...args) => slots.forEach((slot) => slot(...args)),
  };
}

/** A page whose widgets have not come yet. */
async function opened() {
  const targets = {};
  const kernel = {
    iopubMessage: signal(),
    registerCommTarget: (name, callback) => (targets[name] = callback),
  };
  const made = [];
  const models = new Map();
  const manager = {
    kernel,
    comm_target_name: TARGET,
    restoredStatus: false,
    restored: signal(),
    _handleCommOpen: (comm) => made.push(comm.id),
    has_model: (id) => models.has(id),
    get_model: async (id) => ({ _handle_comm_msg: async (message) => models.get(id).push(message) }),
  };
  const { default: plugin } = (await verkostotyokalut.get("./extension"))();
  const started = plugin.activate({ widgetManagerPromise: { promise: Promise.resolve(manager) } });
  await new Promise((resolve) => setImmediate(resolve));
  let disposed = 0;
  return {
    manager,
    made,
    models,
    started,
    disposed: () => disposed,
    open: (id) => targets[TARGET]({ id, dispose: () => (disposed += 1) }),
    say: (method, id = "control") => {
      const content = { comm_id: id, data: { method } };
      const message = { header: { msg_type: "comm_msg" }, content };
      kernel.iopubMessage.emit(kernel, message);
      return message;
    },
    restore: () => manager.restored.emit(),
  };
}

test("a widget that comes before the kernel has told of all is left to what it tells", async () => {
  const page = await opened();
  page.open("early");
  assert.deepEqual([page.made, page.disposed()], [[], 1]);
  page.say("update_states");
  page.open("later");
  assert.deepEqual([page.made, page.disposed()], [["later"], 1]);
  page.restore();
  await page.started;
});

test("what changes while the widgets are made is changed when they are there", async () => {
  const page = await opened();
  page.say("update", "heading"); // in what the kernel tells
  page.say("update_states");
  const [first, second] = [page.say("update", "heading"), page.say("update", "heading")];
  page.say("update", "gone");
  page.say("custom", "heading");
  page.models.set("heading", []);
  page.restore();
  await page.started;
  assert.deepEqual(page.models.get("heading"), [first, second]);
  page.say("update", "heading"); // from here on widgets hear by themselves
  assert.equal(page.models.get("heading").length, 2);
});

test("outputs wait until the widgets are there", async () => {
  const page = await opened();
  let drawn = false;
  void page.started.then(() => (drawn = true));
  page.say("update_states");
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(drawn, false);
  page.restore();
  await page.started;
});

test("a module has longer to start than two seconds", () => {
  const { timeout } = AbortSignal;
  const asked = [];
  AbortSignal.timeout = (milliseconds) => asked.push(milliseconds);
  try {
    verkostotyokalut.init();
    AbortSignal.timeout(2000);
  } finally {
    AbortSignal.timeout = timeout;
  }
  assert.ok(asked[0] >= 60_000);
});
