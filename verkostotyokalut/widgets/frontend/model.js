/** A model for a page without a kernel: what the assessment needs of an anywidget model. */

/**
 * Make a model; the page's own changes come in with `put`, the widget's with `set`.
 *
 * @param {Record<string, unknown>} values
 * @param {(changed: string[]) => void} onSave the names changed by the widget since the last save
 * @param {(message: any) => void} onMessage
 */
export function createModel(values, onSave, onMessage) {
  /** @type {Map<string, Set<() => void>>} */
  const listeners = new Map();
  /** @type {Set<string>} */
  const unsaved = new Set();
  /** @param {string} name @param {unknown} value */
  function put(name, value) {
    if (values[name] === value || JSON.stringify(values[name]) === JSON.stringify(value)) return;
    values[name] = value;
    for (const listener of listeners.get(`change:${name}`) ?? []) listener();
  }
  return {
    put,
    /** @param {string} name @returns {any} */
    get: (name) => values[name],
    /** @param {string} name @param {unknown} value */
    set(name, value) {
      unsaved.add(name);
      put(name, value);
    },
    save_changes() {
      const names = [...unsaved];
      unsaved.clear();
      onSave(names);
    },
    /** @param {string} event @param {() => void} callback */
    on(event, callback) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(callback));
    },
    /** @param {string} event @param {() => void} callback */
    off: (event, callback) => void listeners.get(event)?.delete(callback),
    send: onMessage,
  };
}
