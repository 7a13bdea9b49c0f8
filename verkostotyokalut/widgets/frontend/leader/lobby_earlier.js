/** The lobby's earlier workshop, by its round file, that a new one is compared with. */
import { h } from "../dom.js";

/** @typedef {{ workshop: string, words: string, left_out: string, reworded: string }} Earlier */
/** The largest file that is sent to the kernel, which looks at it closely. */
const LARGEST = 5_000_000;

/**
 * @param {Earlier | null} earlier
 * @param {import("./lobby_start.js").Tools} tools
 */
export function earlierField(earlier, { t, send }) {
  const input = h("input", {
    type: "file",
    accept: ".kierros",
    "data-keep": "earlier/file",
    onchange: async () => {
      const file = input.files?.[0];
      // A larger one is not read: what is told of it is the same.
      if (file) send({ do: "bring" }, [await file.slice(0, LARGEST + 1).arrayBuffer()]);
    },
  });
  return h(
    "div",
    { class: "vt-lobby-field vt-lobby-earlier" },
    h("label", {}, h("span", {}, t("Compare with an earlier workshop (round file)")), input),
    h(
      "small",
      {},
      t("The results of then stand beside those of now, and what was agreed then can be seen."),
    ),
    earlier
      ? h(
          "p",
          { role: "status" },
          t("Compared with: {words}", { words: earlier.words }),
          ...[earlier.left_out, earlier.reworded]
            .filter(Boolean)
            .flatMap((words) => [h("br", {}), words]),
          " ",
          h(
            "button",
            { type: "button", class: "vt-btn", "data-keep": "earlier/leave", onclick: () => send({ do: "leave" }) },
            t("Don't compare"),
          ),
        )
      : null,
  );
}
