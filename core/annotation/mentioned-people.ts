import type { NoteDocument, NoteNode } from "./note-document";

/** The ids of those whom a note mentions, each once. */
export function mentionedPeople(note: NoteDocument | null): readonly string[] {
  const found = new Set<string>();
  let level: readonly NoteNode[] = note?.content ?? [];
  while (level.length > 0) {
    for (const node of level) if (node.type === "mention") found.add(node.attrs.id);
    level = level.flatMap((node) => ("content" in node ? (node.content ?? []) : []));
  }
  return [...found];
}
