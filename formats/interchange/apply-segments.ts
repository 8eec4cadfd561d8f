import type { Article, Bead } from "@/core/article/article";
import { findBead } from "@/core/article/article-index";
import { brokenInvariant } from "@/core/article/broken-invariant";
import { type Language, languages } from "@/core/article/language";
import type { Stamp } from "@/core/article/operations/operation";
import { splitSentences } from "@/core/sentences/split-sentences";
import { addCounterpart } from "./add-counterpart";
import { type ArticleSegment, frontFields, segmentRows, shown } from "./article-segments";
import { rewriteSentences } from "./rewrite-sentences";
import type { Segment, SegmentFile } from "./segment";

export type AppliedSegments = {
  readonly ok: true;
  readonly article: Article;
  /** Ids of segments whose words or status changed. */
  readonly changed: readonly string[];
  /** How many segments of the article the file does not have; they stay as they are. */
  readonly missing: number;
};

/** Why a file cannot be taken into an article, with its place; a key of `Import.refusal` in messages. */
export type SegmentRefusal = {
  readonly ok: false;
  readonly reason: "segment-unknown" | "segment-twice" | Reason;
  readonly values: Readonly<Record<string, string | number>>;
};

type Reason = "segment-emptied" | "segment-locked" | "segment-mismatch";

/**
 * An article with the words and states that somebody gave it in another program. Segments are known by their ids; one that is not known, comes
 * twice, lost all its words or is locked ends it with its place in the file, and nothing is changed.
 */
export function applySegments(
  article: Article,
  file: SegmentFile,
  stamp: Stamp | null = null,
): AppliedSegments | SegmentRefusal {
  const known = new Map(
    segmentRows(article).flatMap(({ segments }) =>
      segments.map((each) => [each.id, each] as const),
    ),
  );
  const seen = new Set<string>();
  const changed: string[] = [];
  let edited = article;
  for (const segment of file.segments) {
    const id = segment.id ?? "";
    const before = known.get(id);
    if (!before) return refuse("segment-unknown", id, segment);
    if (seen.has(id)) return refuse("segment-twice", id, segment);
    seen.add(id);
    const result = applyOne(edited, before, segment, stamp);
    if (typeof result === "string") return refuse(result, id, segment);
    if (result !== edited) changed.push(id);
    edited = result;
  }
  const broken = brokenInvariant(edited);
  if (broken) throw new Error(`A file of segments broke the article: ${broken}`);
  return { ok: true, article: edited, changed, missing: known.size - seen.size };
}

function refuse(
  reason: SegmentRefusal["reason"],
  id: string,
  { line, column }: Segment,
): SegmentRefusal {
  return { ok: false, reason, values: { id, line, column } };
}

function applyOne(
  article: Article,
  before: ArticleSegment,
  segment: Segment,
  stamp: Stamp | null,
): Article | Reason {
  const reworded = languages.filter((side) => shown(segment[side]) !== before[side]);
  if (reworded.some((side) => segment[side] === "")) return "segment-emptied";
  if (!before.bead) return withFront(article, before.id, segment, reworded);
  if (before.bead.isLocked && reworded.length > 0) return "segment-locked";
  let edited = article;
  for (const side of reworded) {
    const next = reword(edited, before.bead, side, segment[side], stamp);
    if (next === null) return "segment-mismatch";
    edited = next;
  }
  const status = statusAfter(before.bead, segment, reworded.length > 0);
  return status === null ? edited : withStatus(edited, before.bead, status, stamp);
}

function withFront(
  article: Article,
  field: string,
  segment: Segment,
  sides: readonly Language[],
): Article {
  const name = frontFields.find((each) => each === field);
  if (!name || sides.length === 0) return article;
  const changed = { ...article.sides };
  for (const side of sides) {
    const text = segment[side].slice(0, 300).trim();
    const { frontMatter } = changed[side];
    changed[side] = { ...changed[side], frontMatter: { ...frontMatter, [name]: text } };
  }
  return { ...article, sides: changed };
}

function reword(
  article: Article,
  bead: Bead,
  side: Language,
  text: string,
  stamp: Stamp | null,
): Article | null {
  const ids = bead[side];
  if (ids.length === 0) return addCounterpart(article, bead, side, text, stamp);
  const pieces = splitSentences(text, side).map((piece) => piece.trim());
  return rewriteSentences(article, side, shareOut(ids, pieces, text));
}

/** New words for each of the sentences; `null` for one that is no more. */
function shareOut(
  ids: readonly string[],
  pieces: readonly string[],
  text: string,
): Map<string, string | null> {
  if (ids.length === 1) return new Map(ids.map((id) => [id, text]));
  const last = ids.length - 1;
  return new Map(
    ids.map((id, index) => {
      const rest = index === last ? pieces.slice(last).join(" ") : (pieces[index] ?? "");
      return [id, rest === "" ? null : rest];
    }),
  );
}

/** A file that says "verified" of other words than those a person verified has only carried that along. */
function statusAfter(bead: Bead, { status }: Segment, isReworded: boolean): Bead["status"] | null {
  if (isReworded && bead.status === "verified") return "text-changed";
  return status === null || status === bead.status ? null : status;
}

function withStatus(
  article: Article,
  before: Bead,
  status: Bead["status"],
  stamp: Stamp | null,
): Article {
  const bead = findBead(article, before.de[0] ?? before.en[0] ?? "")?.bead;
  if (!bead) return article;
  const { by: _, at: __, ...bare } = bead;
  const isVouched = status === "verified" || status === "needs-review";
  const probability = status === "verified" ? 1 : bead.probability;
  const changed: Bead = { ...bare, probability, status, ...(isVouched && stamp) };
  return { ...article, beads: article.beads.map((each) => (each === bead ? changed : each)) };
}
