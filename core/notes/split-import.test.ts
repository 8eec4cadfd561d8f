import { expect, test } from "vitest";
import { splitImport } from "./split-import";

const note = { type: "Annotation", motivation: "commenting" };
const reply = { type: "Annotation", motivation: ["replying"] };
const answer = { uri: "x", references: ["a"] };

test.each([
  ["a list", [reply, note], [note, reply]],
  ["one alone", note, [note]],
  ["a page of a collection", { type: "AnnotationPage", items: [note] }, [note]],
  [
    "a collection",
    { type: "AnnotationCollection", first: { items: [reply, note] } },
    [note, reply],
  ],
  ["an export of Hypothesis", { client_version: "1", annotations: [answer, note] }, [note, answer]],
])("of %s the entries are read, answers last", (_, file, entries) => {
  expect(splitImport(`\uFEFF${JSON.stringify(file)}`)).toEqual({ ok: true, entries });
});

test.each([
  ["{", "not-json"],
  ["", "not-json"],
  ["[]", "nothing"],
  ["5", "nothing"],
  [JSON.stringify({ items: [] }), "nothing"],
  [JSON.stringify(Array(100_000).fill(1)), "too-many"],
  [`${"[".repeat(100_000)}`, "not-json"],
])("%.20s is refused with a reason", (file, reason) => {
  expect(splitImport(file)).toEqual({ ok: false, reason });
});
