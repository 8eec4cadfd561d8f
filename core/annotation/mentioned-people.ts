import type { NoteDocument } from "./note-document";

/** The ids of those whom a note mentions, each once. */
export function mentionedPeople(note: NoteDocument | null): readonly string[] {
  const found = new Set<string>();
  let level: readonly unknown[] = note ? [note] : [];
  while (level.length > 0) {
    for (const node of level) {
      const id = mentionedBy(node);
      if (id !== null) found.add(id);
    }
    level = level.flatMap(contentOf);
  }
  return [...found];
}

function mentionedBy(node: unknown): string | null {
  if (typeof node !== "object" || node === null) return null;
  if (!("type" in node) || node.type !== "mention" || !("attrs" in node)) return null;
  const { attrs } = node;
  if (typeof attrs !== "object" || attrs === null || !("id" in attrs)) return null;
  return typeof attrs.id === "string" ? attrs.id : null;
}

function contentOf(node: unknown): readonly unknown[] {
  if (typeof node !== "object" || node === null || !("content" in node)) return [];
  return Array.isArray(node.content) ? node.content : [];
}
