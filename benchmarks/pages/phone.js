// Notes when the participant's page has a slider that can be used: the first moment when a key
// pressed on it gives it that value. Times are milliseconds from the start of the navigation.
(() => {
  const seen = { slider: null, usable: null, painted: null };
  globalThis.benchmark = seen;

  function look() {
    const slider = document.querySelector('[role="slider"]');
    if (!slider || slider.getAttribute("aria-disabled") === "true") return;
    seen.slider ??= performance.now();
    slider.dispatchEvent(new KeyboardEvent("keydown", { key: "4", bubbles: true, cancelable: true }));
    if (slider.getAttribute("aria-valuenow") !== "4") return;
    seen.usable = performance.now();
    observer.disconnect();
    // The second frame begins when the first one, with the slider in it, has been drawn.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        seen.painted = performance.now();
      }),
    );
  }

  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true, attributes: true });
})();
