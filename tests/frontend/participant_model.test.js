/** The model that hosts the assessment on a page without a kernel. */

import assert from "node:assert/strict";
import test from "node:test";

import { createModel } from "../../verkostotyokalut/widgets/frontend/model.js";

test("tells of changes only, and saves the names that the widget set", () => {
  const saves = [];
  const model = createModel(
    { answers: {} },
    (names) => saves.push(names),
    () => {},
  );
  let told = 0;
  const listener = () => (told += 1);
  model.on("change:answers", listener);
  model.put("answers", {});
  assert.equal(told, 0);
  model.put("answers", { a: 1 });
  model.set("answers", { a: 2 });
  model.set("page", 1);
  model.save_changes();
  model.save_changes();
  assert.equal(told, 2);
  assert.deepEqual(saves, [["answers", "page"], []]);
  assert.deepEqual([model.get("answers"), model.get("page")], [{ a: 2 }, 1]);
  model.off("change:answers", listener);
  model.put("answers", {});
  assert.equal(told, 2);
});
