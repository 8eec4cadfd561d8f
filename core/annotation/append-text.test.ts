import { expect, test } from "vitest";
import { appendText } from "./append-text";
import { noteDocumentSchema } from "./note-document";

const written = (text: string) =>
  ({ type: "paragraph", content: [{ type: "text", text }] }) as const;

test("text stands after the note, a paragraph for each line", () => {
  const note = noteDocumentSchema.parse({ type: "doc", content: [written("Schon da.")] });
  const longer = appendText(note, "Neu.\n\nUnd noch etwas.");
  expect(longer).toEqual({
    type: "doc",
    content: [
      written("Schon da."),
      written("Neu."),
      { type: "paragraph" },
      written("Und noch etwas."),
    ],
  });
  expect(noteDocumentSchema.safeParse(longer).success).toBe(true);
  expect(note.content).toHaveLength(1);
});

test("nothing written changes nothing", () => {
  const note = noteDocumentSchema.parse({ type: "doc", content: [written("Schon da.")] });
  expect(appendText(note, "")).toBe(note);
  expect(appendText(note, " \n ")).toBe(note);
  expect(appendText(null, "")).toBeNull();
});
