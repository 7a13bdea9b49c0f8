// Tells when a picture shows another answer of the one participant that the benchmark moves.
//
// Nobody else's answers to the last item change, so the outline drawn last in a picture (in the
// items, the tick of the last item's median; in the profile, the last petal) changes only with it.
// Times are the computer's clock: milliseconds since 1970.
globalThis.benchmarkWatch = () => {
  const charts = [...document.querySelectorAll(".vt-chart-plot")];
  charts.forEach((chart, number) => {
    let last = outline(chart);
    new MutationObserver(() => {
      const now = outline(chart);
      if (now === null || now === last) return;
      last = now;
      const changed = Date.now();
      // Told from the frame after the one that draws the change.
      requestAnimationFrame(() => {
        requestAnimationFrame(() => globalThis.benchmarkTell({ number, changed, painted: Date.now() }));
      });
    }).observe(chart, { childList: true, subtree: true, attributes: true, attributeFilter: ["d"] });
  });
  return charts.length;

  function outline(chart) {
    const path = [...chart.querySelectorAll(".shapelayer path")].at(-1)?.getAttribute("d");
    return path ? path.slice(path.lastIndexOf("M")) : null;
  }
};
