// Notes the steps of a leader's page on its way to the first picture, each the first time that it
// is seen. Times are milliseconds from the start of the navigation.
(() => {
  const seen = {};
  globalThis.benchmark = seen;
  const steps = {
    kernel_started: () => document.body?.dataset.kernelId,
    cells_run: () => document.querySelector('script[type="application/vnd.voila.cell-output+json"]'),
    widgets_shown: () => document.querySelector(".vt-chart"),
    chart_drawn: () => document.querySelector(".vt-chart-plot .shapelayer path"),
  };

  function note(step) {
    seen[step] ??= performance.now();
  }

  function look() {
    for (const [step, there] of Object.entries(steps)) {
      if (!(step in seen) && there()) note(step);
    }
    if (seen.chart_drawn && !seen.chart_painted) {
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => note("chart_painted")));
    }
  }

  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", () => note("page_received"));
  document.addEventListener(
    "load",
    ({ target }) => {
      if (!(target instanceof HTMLScriptElement)) return;
      if (/\/plotly[^/]*\.js/.test(target.src)) note("plotly_loaded");
      if (/\/voila(\.[0-9a-z]+)?\.js/.test(target.src)) note("voila_loaded");
    },
    true,
  );

  const Socket = globalThis.WebSocket;
  globalThis.WebSocket = class extends Socket {
    constructor(...words) {
      super(...words);
      note("socket_asked");
      this.addEventListener("open", () => note("socket_open"));
      this.addEventListener("message", () => note("socket_first_message"));
    }
  };

  const tasks = [];
  seen.long_tasks = tasks;
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) tasks.push([task.startTime, task.duration]);
  }).observe({ type: "longtask", buffered: true });
})();
