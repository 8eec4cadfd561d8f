import type { Bead } from "@/core/article/article";
import type { ContentNode } from "@/core/article/content";
import type { FrontMatter } from "@/core/article/front-matter";
import type { Language } from "@/core/article/language";
import type { Line } from "../raw-text/read-lines";

/** A file as it was brought: its name only helps to tell what it is. */
export type DocumentFile = { readonly name: string; readonly bytes: Uint8Array };

/** What a file holds, whatever container it came in. */
export type DocumentSource = {
  readonly content: SourceContent;
  /** In the order in which they are referred to; top-level blocks. */
  readonly footnotes: readonly ContentNode[];
  /** What the file says of itself apart from its text. */
  readonly frontMatter: FrontMatter;
  /** Text that stands in the file and goes into no article: running heads, navigation, descriptions of pictures. */
  readonly leftOvers: readonly string[];
  readonly notices: readonly Notice[];
};

export type SourceContent =
  | { readonly kind: "text"; readonly lines: readonly Line[] }
  /** Text that stands side by side, and what stands above and below it. */
  | {
      readonly kind: "columns";
      /** They may as well be cells of a table in one language. */
      readonly isUnsure?: true;
      readonly before: readonly Line[];
      readonly rows: readonly ColumnRow[];
      readonly after: readonly Line[];
    }
  /** Segments that somebody aligned before. */
  | { readonly kind: "pairs"; readonly pairs: readonly GivenPair[] };

export type ColumnRow = { readonly left: readonly Line[]; readonly right: readonly Line[] };

export type GivenPair = Readonly<Record<Language, string>> & {
  readonly status: Bead["status"];
  readonly probability: number;
  /** True where it stands in the same paragraph as the one before. */
  readonly isContinued: boolean;
};

/** What was done to a file as a whole; a key of `Import.notice` in messages. */
export type Notice = {
  readonly kind:
    | "images-left-out"
    | "codes-left-out"
    | "other-languages-left-out"
    | "page-furniture-left-out"
    | "macros-ignored"
    | "source-shown"
    | "long-segments-left-out";
  readonly file: string;
  readonly count: number;
};

/** Why no source, and so no article, could be made of files; a key of `Import.refusal` in messages. */
export type DocumentRefusal = {
  readonly ok: false;
  readonly reason:
    | "no-files"
    | "too-many-files"
    | "too-large"
    | "too-much-text"
    | "empty"
    | "binary"
    | "too-deep"
    | "archive-damaged"
    | "archive-too-large"
    | "archive-unsafe"
    | "archive-encrypted"
    | "archive-unknown"
    | "xml-damaged"
    | "xml-entities"
    | "not-this-format"
    | "no-pairs"
    | "pairs-beside-file"
    | "only-german"
    | "only-english"
    | "no-german-or-english"
    | "too-different"
    | "unrelated";
  /** For the message: the file, a line and column, what a parser says, numbers. */
  readonly values: Readonly<Record<string, string | number>>;
};

export type SourceResult = { readonly ok: true; readonly source: DocumentSource } | DocumentRefusal;

export function refuse(
  reason: DocumentRefusal["reason"],
  values: DocumentRefusal["values"] = {},
): DocumentRefusal {
  return { ok: false, reason, values };
}

/** A source of running text and nothing else. */
export function textSource(lines: readonly Line[]): DocumentSource {
  const content = { kind: "text" as const, lines };
  return { content, footnotes: [], frontMatter: {}, leftOvers: [], notices: [] };
}
