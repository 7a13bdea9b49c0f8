/**
 * Where this page's Jupyter server is, as only the browser knows it.
 *
 * Behind Binder or a hub the kernel does not know the outside address of its own server; the page
 * that Jupyter made does: its origin, and the base URL in its `jupyter-config-data`.
 */

/**
 * The outside address of the Jupyter server's root, with a slash at the end.
 *
 * @param {Pick<Document, "getElementById">} page
 * @param {Pick<Location, "origin">} place
 * @returns {string} for example "https://hub.example.org/user/x/"
 */
export function serverUrl(page = document, place = location) {
  const base = configuredBase(page.getElementById("jupyter-config-data")?.textContent ?? "");
  try {
    const url = new URL(base, place.origin);
    return url.origin + url.pathname.replace(/\/*$/, "/");
  } catch {
    return `${place.origin}/`;
  }
}

/**
 * What the names of all that this server keeps in the browser begin with. On a hub many servers
 * have one origin, and the browser keeps one storage for them all.
 *
 * @param {string} root
 * @returns {string} for example "verkosto:/user/x/", as the participants' pages have it too
 */
export function storagePrefix(root = serverUrl()) {
  return `verkosto:${root.replace(/^[^/]*\/\/[^/]*|^[^/]*/, "")}`;
}

/**
 * The address of something under the server's root.
 *
 * @param {string} path relative to the base URL
 * @param {string} root
 */
export function underServer(path, root = serverUrl()) {
  return root + path.replace(/^\/+/, "");
}

/** @param {string} json the text of Jupyter's page configuration */
function configuredBase(json) {
  try {
    const base = JSON.parse(json).baseUrl;
    return typeof base === "string" && base ? base : "/";
  } catch {
    return "/";
  }
}
