// The outside address of the Jupyter server, as the page knows it.
import assert from "node:assert/strict";
import test from "node:test";

import { serverUrl, storagePrefix, underServer } from "../../verkostotyokalut/widgets/frontend/leader/jupyter.js";

const PLACE = { origin: "https://hub.example.org" };

/** @param {string | null} config @returns {any} */
function page(config) {
  return {
    /** @param {string} id */
    getElementById: (id) =>
      id === "jupyter-config-data" && config !== null ? { textContent: config } : null,
  };
}

test("the base URL of a hub's user is kept", () => {
  assert.equal(
    serverUrl(page('{"baseUrl": "/user/matti@example.org/"}'), PLACE),
    "https://hub.example.org/user/matti@example.org/",
  );
});

test("a base URL without slashes gets them", () => {
  assert.equal(serverUrl(page('{"baseUrl": "tyopaja"}'), PLACE), "https://hub.example.org/tyopaja/");
});

test("a whole address is used as it is", () => {
  assert.equal(
    serverUrl(page('{"baseUrl": "http://localhost:8888/lab-x"}'), PLACE),
    "http://localhost:8888/lab-x/",
  );
});

test("without Jupyter's page configuration it is the origin's root", () => {
  for (const config of [null, "", "{", "{}", '{"baseUrl": ""}', '{"baseUrl": 7}', "null"]) {
    assert.equal(serverUrl(page(config), PLACE), "https://hub.example.org/", String(config));
  }
});

test("what is kept in the browser is named by the server's base URL", () => {
  assert.equal(storagePrefix("https://hub.example.org/user/x/"), "verkosto:/user/x/");
  assert.equal(storagePrefix("http://localhost:8888/"), "verkosto:/");
  assert.equal(storagePrefix("null/"), "verkosto:/"); // a host whose pages have no origin
});

test("a path under the server keeps the base URL, with or without its own first slash", () => {
  const root = "https://hub.example.org/user/x/";
  assert.equal(underServer("voila/render/a.ipynb?code=K7M4PX", root), `${root}voila/render/a.ipynb?code=K7M4PX`);
  assert.equal(underServer("/verkosto/", root), `${root}verkosto/`);
  assert.equal(underServer("//elsewhere.example.org/", root), `${root}elsewhere.example.org/`);
});
