import fc from "fast-check";
import { expect, test } from "vitest";
import {
  everyNote,
  isAnyNote,
  type NotesQuery,
  readNotesQuery,
  writeNotesQuery,
} from "./notes-query";

const words = fc.stringMatching(/^[a-zäöüß0-9&=?%+ ]{1,20}$/);
const query: fc.Arbitrary<NotesQuery> = fc.record({
  text: fc.oneof(fc.constant(""), words),
  tags: fc.uniqueArray(fc.stringMatching(/^[a-zäö]{1,9}$/), { maxLength: 3 }),
  colours: fc.subarray(["yellow", "green", "blue", "pink"]),
  articles: fc.uniqueArray(fc.stringMatching(/^[a-z-]{1,20}$/), { maxLength: 3 }),
  sides: fc.subarray(["de", "en"]),
  people: fc.uniqueArray(fc.stringMatching(/^[a-zA-Z0-9]{1,20}$/), { maxLength: 2 }),
  groups: fc.uniqueArray(fc.uuid(), { maxLength: 2 }),
  from: fc.constantFrom(null, "2026-11-22"),
  to: fc.constantFrom(null, "2026-12-31"),
  state: fc.constantFrom(null, "open", "resolved", "orphaned"),
  sort: fc.constantFrom("newest", "oldest", "changed", "place"),
});

test("whatever is asked for is read back from its address", () => {
  fc.assert(
    fc.property(query, (asked) => {
      const parameters = writeNotesQuery(asked).map(([name, value]) => [name, value]);
      expect(readNotesQuery(new URLSearchParams(parameters))).toEqual(asked);
    }),
  );
});

test.each([
  "colour=red&side=fr&from=gestern&sort=best&state=lost&group=1",
  `q=${"x".repeat(400)}`,
  "tag=%23",
])("what is not understood asks for nothing: %s", (address) => {
  expect(readNotesQuery(new URLSearchParams(address))).toEqual(everyNote);
});

test("an order alone leaves no note out", () => {
  expect(isAnyNote({ ...everyNote, sort: "place" })).toBe(true);
  expect(isAnyNote({ ...everyNote, state: "open" })).toBe(false);
});
