import type { NoteDocument, NoteNode } from "@/core/annotation/note-document";

const elements = {
  paragraph: "p",
  bulletList: "ul",
  orderedList: "ol",
  listItem: "li",
  blockquote: "blockquote",
} as const;

const marks = { bold: "strong", italic: "em", code: "code" } as const;

/** A note as HTML: elements of its own only, every word and address escaped. */
export function writeNoteHtml(note: NoteDocument): string {
  return note.content.map(writeNode).join("");
}

function writeNode(node: NoteNode): string {
  if (node.type === "text") return writeText(node);
  if (node.type === "mention") return escapeHtml(`@${node.attrs.label}`); // accounts are known to this installation alone
  if (node.type === "hardBreak") return "<br>";
  const name = elements[node.type];
  const start = node.type === "orderedList" && node.attrs ? ` start="${node.attrs.start}"` : "";
  return `<${name}${start}>${(node.content ?? []).map(writeNode).join("")}</${name}>`;
}

function writeText({ text, marks: applied = [] }: Extract<NoteNode, { type: "text" }>): string {
  return applied.reduceRight((inner, mark) => {
    if (mark.type === "link") return `<a href="${escapeHtml(mark.attrs.href)}">${inner}</a>`;
    return `<${marks[mark.type]}>${inner}</${marks[mark.type]}>`;
  }, escapeHtml(text));
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);
}
