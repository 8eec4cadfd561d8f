import type { Colour } from "../annotation/annotation";
import type { NoteDocument } from "../annotation/note-document";
import type { Language } from "../article/language";

/** A passage that another program describes, before it is looked for in an article of ours. */
export type ImportedTarget = {
  readonly slug: string;
  /** `null` where the source does not say which side it means. */
  readonly side: Language | null;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** In code points of the side's text, where it is told; no more than a hint. */
  readonly start: number | null;
};

export type ImportedNote = {
  readonly kind: "note";
  /** What the other program calls it. */
  readonly sourceId: string;
  /** The first is what was marked; others are its counterpart. */
  readonly targets: readonly ImportedTarget[];
  readonly note: NoteDocument | null;
  readonly tags: readonly string[];
  readonly colour: Colour | null;
  /** ISO 8601 in UTC; `null` where there is none, or none that is a time. */
  readonly createdAt: string | null;
  readonly isResolved: boolean;
};

export type ImportedReply = {
  readonly kind: "reply";
  readonly sourceId: string;
  /** What it answers: a note, or another reply. */
  readonly answers: string;
  readonly note: NoteDocument;
  readonly createdAt: string | null;
};

/** Why an entry of a file is not taken in; keys of the messages `NotesImport.refusals`. */
export const importRefusals = [
  "not-an-annotation",
  "unstorable",
  "no-target",
  "elsewhere",
  "unknown-selector",
  "too-long",
  "empty-reply",
  "circular",
  "answers-nothing",
] as const;
export type ImportRefusal = (typeof importRefusals)[number];

export type ImportedEntry =
  | ImportedNote
  | ImportedReply
  | { readonly kind: "refused"; readonly sourceId: string; readonly reason: ImportRefusal };
