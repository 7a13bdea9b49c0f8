/** What can be taken home: the files by their endings, and what a button that saves one says. */

/** @type {Record<string, (t: import("../types.js").Translate) => string>} */
export const FILES = {
  ".html": (t) => t("Download the report"),
  ".kierros": (t) => t("Round file"),
  ".xlsx": (t) => t("Excel"),
  ".csv": (t) => t("CSV"),
};
