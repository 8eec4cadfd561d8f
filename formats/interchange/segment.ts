import { type Bead, beadStatuses, type VersionFiles } from "@/core/article/article";
import type { Language } from "@/core/article/language";
import {
  type DocumentRefusal,
  type DocumentSource,
  type GivenPair,
  type Notice,
  refuse,
  type SourceResult,
} from "../document/document-source";

/** What a translation file says of one aligned group of sentences. */
export type Segment = Readonly<Record<Language, string>> & {
  /** The id it was written with: see `beadId`. `null` in files that others made. */
  readonly id: string | null;
  /** `null` where the file says nothing that an article knows. */
  readonly status: Bead["status"] | null;
  readonly notes: readonly string[];
  /** True where it stands in the same paragraph as the one before. */
  readonly isContinued: boolean;
  /** Where it stands in the file, from 1. */
  readonly line: number;
  readonly column: number;
};

/** The segments of a translation file, and what else was in it. */
export type SegmentFile = {
  readonly ok: true;
  readonly segments: readonly Segment[];
  /** Text in other languages than the two. */
  readonly otherTexts: readonly string[];
  /** How many segments had formatting codes, which are left out. */
  readonly coded: number;
  /** The version that the file was written from, where it was kept in it: MDX of both sides and their alignment. */
  readonly version: VersionFiles | null;
};

/** What readers of a file should know of a segment, by its id. */
export type SegmentNotes = ReadonlyMap<string, readonly string[]>;

export function statusNamed(name: string | undefined): Bead["status"] | null {
  return beadStatuses.find((status) => status === name) ?? null;
}

export type SegmentFileResult = SegmentFile | DocumentRefusal;

/** Segments as a document: what they align stays aligned. */
export function pairSource(name: string, file: SegmentFile): SourceResult {
  const pairs = file.segments.flatMap(({ de, en, status, isContinued }): GivenPair[] =>
    de === "" && en === ""
      ? []
      : [{ de, en, isContinued, status: status ?? "verified", probability: 1 }],
  );
  if (!pairs.some(({ de, en }) => de !== "" && en !== "")) return refuse("no-pairs");
  const notice = (kind: Notice["kind"], count: number): Notice[] =>
    count > 0 ? [{ kind, file: name, count }] : [];
  const source: DocumentSource = {
    content: { kind: "pairs", pairs },
    footnotes: [],
    frontMatter: {},
    leftOvers: file.otherTexts,
    notices: [
      ...notice("codes-left-out", file.coded),
      ...notice("other-languages-left-out", file.otherTexts.length),
    ],
  };
  return { ok: true, source };
}

/** "de", "de-AT", "DE_de" and "ger" are German. */
export function languageOfCode(code: string | undefined): Language | null {
  if (code === undefined) return null;
  if (/^(?:de|deu|ger|german)(?:[-_]|$)/iu.test(code)) return "de";
  return /^(?:en|eng|english)(?:[-_]|$)/iu.test(code) ? "en" : null;
}

/** Line breaks and indentation of a file are no part of a sentence. */
export function foldSegment(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[ \t\r\n]+/gu, " ")
    .trim();
}
