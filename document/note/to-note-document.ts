import type { JSONContent } from "@tiptap/core";
import { type NoteDocument, noteDocumentSchema } from "@/core/annotation/note-document";
import { isNoteLink } from "./note-extensions";

export type NoteResult =
  | { readonly ok: true; readonly note: NoteDocument }
  | { readonly ok: false; readonly reason: "too-long" | "too-deep" };

/** What the editor holds, as a note: attributes that notes do not have (a link's target, a list's style) are left out. */
export function toNoteDocument(content: JSONContent): NoteResult {
  const parsed = noteDocumentSchema.safeParse(bare(content));
  if (parsed.success) return { ok: true, note: parsed.data };
  const isDeep = parsed.error.issues.some(({ message }) => message === "note-too-deep");
  return { ok: false, reason: isDeep ? "too-deep" : "too-long" };
}

/** Whether somebody wrote something in it. */
export function isEmptyNote(note: NoteDocument): boolean {
  return !note.content.some(hasText);
}

type Node = NoteDocument["content"][number];

function hasText(node: Node): boolean {
  if (node.type === "mention") return true;
  if (node.type === "text") return node.text.trim() !== "";
  return (node.content ?? []).some(hasText);
}

type Bare = {
  type: string;
  attrs?: Record<string, unknown>;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
  content?: Bare[];
};

function bare({ type = "", attrs, marks, text, content }: JSONContent): Bare {
  if (type === "mention") return bareMention(attrs);
  const node: Bare = { type };
  if (type === "orderedList") node.attrs = { start: startOf(attrs?.start) };
  if (text !== undefined) node.text = storable(text);
  const kept = (marks ?? []).flatMap((mark) => bareMark(mark) ?? []);
  if (kept.length > 0) node.marks = kept;
  if (content !== undefined) node.content = content.map(bare);
  return node;
}

/** Pasted markup may name anybody, or nobody: without an account it is only words. */
function bareMention(attrs: Record<string, unknown> = {}): Bare {
  const label = storable(String(attrs.label ?? attrs.id ?? ""))
    .trim()
    .slice(0, 200);
  const { id } = attrs;
  const isNamed = typeof id === "string" && id.length > 0 && id.length <= 100 && label !== "";
  if (isNamed) return { type: "mention", attrs: { id, label } };
  return { type: "text", text: `@${label}` };
}

function bareMark({ type, attrs }: { type: string; attrs?: Record<string, unknown> }) {
  if (type !== "link") return { type };
  const { href } = attrs ?? {};
  return typeof href === "string" && isNoteLink(href) ? { type, attrs: { href } } : null;
}

function startOf(start: unknown): number {
  return typeof start === "number" && start >= 0 ? Math.min(Math.floor(start), 1_000_000) : 1;
}

/** Pasted text may hold what no database takes: half a surrogate pair, a null character. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll("\u0000", "\ufffd");
}
