// Formulas aren't used, and MathJax would be fetched from outside the venue. JupyterLab's plugin
// wants one all the same; this one does nothing.
window.MathJax = {
  Hub: { Config() {}, Configured() {}, Queue() {}, Register: { StartupHook() {} } },
};
