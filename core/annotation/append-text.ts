import type { NoteDocument, NoteNode } from "./note-document";

/** A note with plain text after it, a paragraph for each line; `null` where there is neither. */
export function appendText(note: NoteDocument | null, text: string): NoteDocument | null {
  const paragraphs = paragraphsOf(text);
  if (paragraphs.length === 0) return note;
  return { type: "doc", content: [...(note?.content ?? []), ...paragraphs] };
}

function paragraphsOf(text: string): NoteNode[] {
  if (text.trim() === "") return [];
  return text.split(/\r?\n/).map((line) => {
    return line === ""
      ? { type: "paragraph" }
      : { type: "paragraph", content: [{ type: "text", text: line }] };
  });
}
