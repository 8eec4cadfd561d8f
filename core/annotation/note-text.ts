import type { NoteDocument, NoteNode } from "./note-document";

/** The words of a note without their form; paragraphs, list items and quotes are lines of their own. */
export function noteText(note: NoteDocument | null): string {
  return (note?.content ?? []).map(textOf).join("\n").trim();
}

function textOf(node: NoteNode): string {
  if (node.type === "text") return node.text;
  if (node.type === "mention") return `@${node.attrs.label}`;
  if (node.type === "hardBreak") return "\n";
  const parts = (node.content ?? []).map(textOf);
  return parts.join(node.type === "paragraph" ? "" : "\n");
}
