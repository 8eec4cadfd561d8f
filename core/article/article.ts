import type { ContentNode } from "./content";
import type { FrontMatter } from "./front-matter";
import type { Language } from "./language";

/** One version of a parallel text: two sides, the beads that align their sentences, the rows that align their blocks. */
export type Article = {
  readonly sides: Readonly<Record<Language, Side>>;
  /** In reading order of the German side; every sentence id of either side is in exactly one. */
  readonly beads: readonly Bead[];
  /** In reading order; every block id of either side is in exactly one. */
  readonly rows: readonly Row[];
};

export type Side = {
  readonly language: Language;
  readonly frontMatter: FrontMatter;
  readonly blocks: readonly Block[];
  /** Blocks that were deleted in this or an earlier version, with the text they had. */
  readonly tombstones: readonly Tombstone[];
  /** The next number for a block id and a sentence id: ids are never used twice. */
  readonly next: { readonly block: number; readonly sentence: number };
};

/** A paragraph, heading, list, quote, table, figure, callout or footnote of one side. */
export type Block = {
  /** "db12" on the German side, "eb12" on the English one; opaque, and kept from version to version. */
  readonly id: string;
  readonly node: ContentNode;
  /** A partition of `blockText(node)`: the first starts at 0, each ends where the next starts. Empty when there is no text. */
  readonly sentences: readonly Sentence[];
  /** Ids of blocks that were merged into this one. */
  readonly mergedIds: readonly string[];
};

export type Sentence = {
  /** "ds34" or "es34"; opaque, and kept from version to version. */
  readonly id: string;
  /** In UTF-16 code units of the block's text. */
  readonly start: number;
  /** Exclusive, in UTF-16 code units; white space after a sentence belongs to it. */
  readonly end: number;
};

export type Tombstone = { readonly id: string; readonly text: string };

/** An aligned group of sentences, n:m; one of the lists may be empty. */
export type Bead = {
  readonly de: readonly string[];
  readonly en: readonly string[];
  /** The machine's probability, from 0 to 1, that the bead is right; 1 when a person verified or made it. */
  readonly probability: number;
  readonly status: BeadStatus;
  /** Nothing changes it until a person unlocks it. */
  readonly isLocked?: true;
  /** The account that put the sentences together, set the status or locked them, last; missing where the machine did. */
  readonly by?: string;
  /** When that was: ISO 8601 in UTC. */
  readonly at?: string;
};

/** "text-changed" was verified, and then a person changed its words. */
export const beadStatuses = ["proposed", "needs-review", "verified", "text-changed"] as const;

type BeadStatus = (typeof beadStatuses)[number];

/** Blocks that stand level; one of the lists may be empty. */
export type Row = {
  /** "r7": opaque, kept from version to version, the target of deep links. */
  readonly id: string;
  readonly de: readonly string[];
  readonly en: readonly string[];
  /** The machine began it here, where neither side of the document begins a paragraph. */
  readonly isProposed?: true;
};

/** What an article is stored as: two MDX texts and the alignment between them, as text. */
export type VersionFiles = {
  readonly de: string;
  readonly en: string;
  /** `null` where nobody has aligned the two texts yet. */
  readonly alignment: string | null;
};
