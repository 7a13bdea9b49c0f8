// Notes when a page has a slider that can be used, and when a number on it changes, in any of the
// tools that are compared. Sliders and numbers may be in shadow roots.
//
// Times of use are milliseconds from the start of the navigation; times of changes are the
// computer's clock, milliseconds since 1970.
(() => {
  const seen = { slider: null, usable: null };
  const roots = [document];
  const watchers = new Set([look]);
  let first = null;
  globalThis.benchmark = seen;

  const observer = new MutationObserver(() => watchers.forEach((watcher) => watcher()));
  const watched = { childList: true, subtree: true, attributes: true, characterData: true };
  observer.observe(document, watched);

  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (...words) {
    const root = attach.apply(this, words);
    roots.push(root);
    observer.observe(root, watched);
    return root;
  };

  function value(slider) {
    return slider instanceof HTMLInputElement ? slider.value : slider.getAttribute("aria-valuenow");
  }

  // The slider can be used when it moves by a key pressed on it; a native one moves by itself, and
  // is given what the browser would give it.
  function press(slider) {
    if (slider instanceof HTMLInputElement) {
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
      set.call(slider, String(Number(slider.value) + 1));
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      slider.dispatchEvent(new Event("change", { bubbles: true }));
    } else {
      const key = { key: "ArrowRight", code: "ArrowRight", keyCode: 39, which: 39 };
      slider.dispatchEvent(new KeyboardEvent("keydown", { ...key, bubbles: true, cancelable: true }));
    }
  }

  function look() {
    let slider = null;
    for (const root of roots) slider ??= root.querySelector('[role="slider"], input[type="range"]');
    if (!slider || slider.getAttribute("aria-disabled") === "true" || slider.disabled) return;
    seen.slider ??= performance.now();
    first ??= value(slider);
    if (value(slider) === first) press(slider);
    if (value(slider) === first) return;
    seen.usable = performance.now();
    watchers.delete(look);
  }

  // Tell when a key is pressed anywhere on this page.
  globalThis.benchmarkKeys = () => {
    addEventListener("keydown", () => globalThis.benchmarkTell({ pressed: Date.now() }), true);
  };

  // Tell when the number that follows the words changes, where they stand first.
  globalThis.benchmarkNumber = (words) => {
    const pattern = new RegExp(`${words}\\s*([\\d.,]+)`);
    let last = number();

    function number() {
      for (const root of roots) {
        if (root !== document && !root.isConnected) continue;
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const found = pattern.exec(node.data);
          if (found) return Number(found[1].replace(",", "."));
        }
      }
      return null;
    }

    watchers.add(() => {
      const now = number();
      if (now === null || now === last) return;
      last = now;
      globalThis.benchmarkTell({ changed: Date.now() });
    });
  };

  // Tell when anything is drawn anew in the first picture.
  globalThis.benchmarkPicture = () => {
    const tell = () => globalThis.benchmarkTell({ drawn: Date.now() });
    const picture = document.querySelector(".vt-chart-plot");
    new MutationObserver(tell).observe(picture, { subtree: true, attributeFilter: ["d"] });
  };
})();
