import fc from "fast-check";
import { expect, test } from "vitest";
import type { NoteDocument, NoteNode } from "@/core/annotation/note-document";
import { tagSchema, tagsSchema } from "@/core/annotation/tag";
import type { ExportedNote } from "@/core/notes/exported-note";
import { readAnnotation } from "./read-annotation";
import { writeAnnotation, writeAnnotations } from "./write-annotation";

const base = "https://lesen.example";

const word = fc.stringMatching(/^[\p{L}<>&"'*_=+\-🙂]{1,12}$/u);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(" "));
const mark = fc.constantFrom(
  { type: "bold" as const },
  { type: "italic" as const },
  { type: "code" as const },
  { type: "link" as const, attrs: { href: "https://example.org/?a=1&b=%22" } },
);
const text = words.map((value): NoteNode => ({ type: "text", text: value }));
const marked = fc
  .tuple(words, mark)
  .map(([value, one]): NoteNode => ({ type: "text", text: value, marks: [one] }));
const paragraph = fc.tuple(text, fc.option(marked)).map(
  ([first, second]): NoteNode => ({
    type: "paragraph",
    content: second ? [first, second] : [first],
  }),
);
const item = paragraph.map((inside): NoteNode => ({ type: "listItem", content: [inside] }));
const items = fc.array(item, { minLength: 1, maxLength: 3 });
const block = fc.oneof(
  paragraph,
  items.map((content): NoteNode => ({ type: "bulletList", content })),
  fc
    .tuple(items, fc.nat(40))
    .map(([content, start]): NoteNode => ({ type: "orderedList", attrs: { start }, content })),
  paragraph.map((inside): NoteNode => ({ type: "blockquote", content: [inside] })),
);
const note = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((content): NoteDocument => ({ type: "doc", content }));

const passage = fc.record({
  side: fc.constantFrom("de" as const, "en" as const),
  exact: words,
  prefix: fc.oneof(fc.constant(""), words),
  suffix: fc.oneof(fc.constant(""), words),
  place: fc.option(fc.nat(9999).map((start) => ({ start, end: start + 5 }))),
});

const exported: fc.Arbitrary<ExportedNote> = fc
  .record({
    passage,
    other: passage,
    note: fc.option(note),
    tags: fc.array(words, { maxLength: 4 }),
    isResolved: fc.boolean(),
  })
  .map(({ passage: one, other, note: written, tags, isResolved }) => ({
    annotation: {
      id: "6a2f0e0c-7a6e-4d7e-9d0a-0d6d3c1b2a10",
      articleSlug: "zwei-haefen",
      anchor: {
        ...{
          version: 1,
          side: one.side,
          start: { block: "db1", offset: 0 },
          end: { block: "db1", offset: 3 },
        },
        ...{ sentences: ["ds1"], exact: one.exact, prefix: "", suffix: "" },
      },
      ...{
        colour: "pink",
        note: written,
        audience: "me",
        groupId: null,
        groupName: null,
        twin: null,
      },
      tags: tagsSchema.parse(tags.filter((tag) => tagSchema.safeParse(tag).success)),
      ...{ revision: 3, isDeleted: false, isOwn: true, mayAnswer: true },
      createdAt: "2026-11-22T10:00:00.000Z",
      updatedAt: "2026-11-22T11:00:00.000Z",
      resolvedAt: isResolved ? "2026-11-22T12:00:00.000Z" : null,
      author: { id: "u1", name: "Lena" },
    },
    replies: [],
    titles: { de: "Zwei Häfen", en: null },
    passage: one,
    counterpart: [{ ...other, side: one.side === "de" ? "en" : "de" }],
  }));

test("what is read is what was written: words, form, tags, colour, passages, times", () => {
  fc.assert(
    fc.property(exported, (given) => {
      const json: unknown = JSON.parse(JSON.stringify(writeAnnotation(given, base)));
      const { annotation, passage: one, counterpart } = given;
      expect(readAnnotation(json, 0)).toEqual({
        kind: "note",
        sourceId: `urn:uuid:${annotation.id}`,
        targets: [one, ...counterpart].map(({ place, ...quoted }) => ({
          ...quoted,
          slug: "zwei-haefen",
          start: place?.start ?? null,
        })),
        note: annotation.note,
        tags: annotation.tags,
        colour: "pink",
        createdAt: annotation.createdAt,
        isResolved: annotation.resolvedAt !== null,
      });
    }),
    { numRuns: 300 },
  );
});

test("an annotation has one target in each language, its positions and a name that stays", () => {
  const [given] = fc.sample(
    exported.filter((one) => one.passage.place !== null),
    { numRuns: 1, seed: 7 },
  );
  if (!given) throw new Error("Nothing was made");
  const [written] = writeAnnotations([given], base);
  expect(written).toMatchObject({
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `${base}/annotations/${given.annotation.id}`,
    type: "Annotation",
    creator: { type: "Person", name: "Lena" },
    audience: { "schema:audienceType": "me" },
    target: [
      {
        styleClass: "pink",
        selector: [
          { type: "TextQuoteSelector" },
          { type: "TextPositionSelector", ...given.passage.place },
        ],
      },
      { styleClass: "pink" },
    ],
  });
});

const target = {
  source: `${base}/de/read/zwei-haefen`,
  selector: { type: "TextQuoteSelector", exact: "drei Schiffe", prefix: "", suffix: "" },
};
const annotation = { type: "Annotation", id: "https://anders.example/1", target };

test.each([
  ["nothing", null, "not-an-annotation"],
  ["a word", "Annotation", "not-an-annotation"],
  ["another thing", { type: "Person", target }, "not-an-annotation"],
  ["no target", { type: "Annotation" }, "no-target"],
  ["a target elsewhere", { ...annotation, target: "https://example.org/" }, "elsewhere"],
  ["a script as its target", { ...annotation, target: "javascript:alert(1)" }, "elsewhere"],
  [
    "a target without words",
    { ...annotation, target: { source: target.source } },
    "unknown-selector",
  ],
  [
    "a selector that nobody knows",
    { ...annotation, target: { ...target, selector: { type: "QuantumSelector", exact: "x" } } },
    "unknown-selector",
  ],
  [
    "a passage without end",
    {
      ...annotation,
      target: { ...target, selector: { ...target.selector, exact: "x".repeat(30_000) } },
    },
    "too-long",
  ],
  [
    "an empty answer",
    { ...annotation, motivation: "replying", target: "urn:uuid:1" },
    "empty-reply",
  ],
  ["too many bodies", { ...annotation, body: Array(300).fill("x") }, "not-an-annotation"],
])("%s is refused with a reason", (_, value, reason) => {
  expect(readAnnotation(value, 4)).toMatchObject({ kind: "refused", reason });
});

test.each(["gestern", "0000-00-00", "9999999-01-01", "2026-13-40T00:00:00Z", 5, null, {}])(
  "a time that is none (%j) is left out, and the note stays",
  (created) => {
    expect(readAnnotation({ ...annotation, created }, 0)).toMatchObject({
      kind: "note",
      createdAt: null,
    });
  },
);

test("an answer names what it answers", () => {
  const reply = {
    type: ["Annotation"],
    id: "r",
    motivation: ["oa:replying"],
    body: { value: "Ja." },
    target: "urn:uuid:1",
  };
  expect(readAnnotation(reply, 0)).toMatchObject({
    kind: "reply",
    sourceId: "r",
    answers: "urn:uuid:1",
  });
});
