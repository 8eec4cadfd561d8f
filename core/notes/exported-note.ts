import type { StoredAnnotation } from "../annotation/annotation";
import type { StoredReply } from "../annotation/reply";
import type { Language } from "../article/language";

/** A passage as other programs find it again: its words, what stands around them, and where they stand. */
export type QuotedPassage = {
  readonly side: Language;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** In code points of the side's text; `null` where the passage is gone from it. */
  readonly place: { readonly start: number; readonly end: number } | null;
};

/** A note with all that leaves the application with it. */
export type ExportedNote = {
  readonly annotation: StoredAnnotation;
  /** Those that are still there, oldest first. */
  readonly replies: readonly StoredReply[];
  readonly titles: Readonly<Record<Language, string | null>>;
  readonly passage: QuotedPassage;
  /** The stretches of the other side that say the same, in reading order. */
  readonly counterpart: readonly QuotedPassage[];
};
