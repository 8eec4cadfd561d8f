import { Editor, type JSONContent } from "@tiptap/core";
import { Node } from "@tiptap/pm/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { noteDocumentSchema } from "@/core/annotation/note-document";
import { isNoteLink, noteExtensions } from "./note-extensions";
import { isEmptyNote, toNoteDocument } from "./to-note-document";

function openEditor(content: JSONContent): Editor {
  return new Editor({ element: null, extensions: noteExtensions, content });
}

const words = fc.stringMatching(/^[a-zä ]{1,12}$/);
const marks = fc.subarray([
  { type: "bold" },
  { type: "italic" },
  { type: "link", attrs: { href: "https://example.org/" } },
]);
const inline = fc.oneof(
  fc.record({ type: fc.constant("text"), text: words, marks }),
  fc.constant({ type: "hardBreak" }),
);
const paragraph = fc.record({
  type: fc.constant("paragraph"),
  content: fc.array(inline, { maxLength: 4 }),
});
const listItem = fc.record({
  type: fc.constant("listItem"),
  content: fc.array(paragraph, { minLength: 1, maxLength: 2 }),
});
const block: fc.Arbitrary<JSONContent> = fc.oneof(
  paragraph,
  fc.record({
    type: fc.constant("bulletList"),
    content: fc.array(listItem, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant("orderedList"),
    attrs: fc.record({ start: fc.nat(50) }),
    content: fc.array(listItem, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant("blockquote"),
    content: fc.array(paragraph, { minLength: 1, maxLength: 2 }),
  }),
);
const document: fc.Arbitrary<JSONContent> = fc.record({
  type: fc.constant("doc"),
  content: fc.array(block, { minLength: 1, maxLength: 5 }),
});

test("everything the editor can hold is a note, and the editor takes it back unchanged", () => {
  fc.assert(
    fc.property(document, (content) => {
      const editor = openEditor(content);
      const result = toNoteDocument(editor.getJSON());
      if (!result.ok) throw new Error(`Not a note: ${result.reason}`);
      expect(noteDocumentSchema.safeParse(result.note).success).toBe(true);

      const again = Node.fromJSON(editor.schema, openEditor(result.note).getJSON());
      again.check();
      expect(again.eq(editor.state.doc)).toBe(true);
    }),
  );
});

test.each([
  ["https://example.org/a?b=c#d", true],
  ["http://10.0.0.1:3000/", true],
  ["mailto:lena@example.org", true],
  ["javascript:alert(1)", false],
  ["data:text/html,x", false],
  ["/relative", false],
])("a link to %s is allowed: %s", (href, isAllowed) => {
  expect(isNoteLink(href)).toBe(isAllowed);
});

test("a link of more than 2,000 characters is not allowed", () => {
  expect(isNoteLink(`https://example.org/${"x".repeat(2000)}`)).toBe(false);
});

test("a link that is not allowed loses its address and keeps its words", () => {
  const link = { type: "link", attrs: { href: "javascript:alert(1)" } };
  const text = { type: "text", text: "hier", marks: [link, { type: "bold" }] };
  const result = toNoteDocument({ type: "doc", content: [{ type: "paragraph", content: [text] }] });
  expect(result).toEqual({
    ok: true,
    note: {
      type: "doc",
      content: [
        { type: "paragraph", content: [{ type: "text", text: "hier", marks: [{ type: "bold" }] }] },
      ],
    },
  });
});

test("half a surrogate pair and a null character become what can be stored", () => {
  const text = { type: "text", text: "a\ud800b\u0000c" };
  const result = toNoteDocument({ type: "doc", content: [{ type: "paragraph", content: [text] }] });
  expect(JSON.stringify(result)).toContain("a\ufffdb\ufffdc");
});

test("a note that is too long or nested too deep says so", () => {
  const long = { type: "text", text: "x".repeat(100_001) };
  expect(
    toNoteDocument({ type: "doc", content: [{ type: "paragraph", content: [long] }] }),
  ).toEqual({
    ok: false,
    reason: "too-long",
  });
  let deep: JSONContent = { type: "paragraph" };
  for (let level = 0; level < 20; level += 1) deep = { type: "blockquote", content: [deep] };
  expect(toNoteDocument({ type: "doc", content: [deep] })).toEqual({
    ok: false,
    reason: "too-deep",
  });
});

test.each([
  [{ type: "paragraph" }, true],
  [{ type: "paragraph", content: [{ type: "text", text: "  " }, { type: "hardBreak" }] }, true],
  [{ type: "paragraph", content: [{ type: "text", text: "Ja." }] }, false],
])("%j is empty: %s", (node, isEmpty) => {
  const result = toNoteDocument({ type: "doc", content: [node] });
  expect(result.ok && isEmptyNote(result.note)).toBe(isEmpty);
});
