/** What is needed in the room: a short list to go through before people come. */
import { h } from "../dom.js";

/** @param {import("../types.js").Translate} t */
export function neededInTheRoom(t) {
  const needs = [
    t("A projector or a large screen, and the computer's plug."),
    t("A Wi-Fi where the phones see this computer (start with --lan), or a hotspot shared from a phone. Try with your own phone."),
    t("A phone, a tablet or a laptop for everyone; two can share one."),
    t("Somebody who writes what is agreed, so that you can lead the conversation."),
    t("The join code on paper or on a board, for those who can't see the screen."),
    t("Chairs so that people see each other and the picture."),
  ];
  return h(
    "section",
    { class: "vt-lobby-part vt-lobby-needs" },
    h("h2", {}, t("What is needed in the room")),
    h(
      "ul",
      { role: "list" },
      ...needs.map((words) => h("li", {}, h("label", {}, h("input", { type: "checkbox" }), h("span", {}, words)))),
    ),
  );
}
