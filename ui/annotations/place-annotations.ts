import type { Anchor } from "@/core/annotation/annotation";
import { sentencesIn } from "@/core/annotation/describe-anchor";
import { findTwin } from "@/core/annotation/find-twin";
import { resolveAnchor } from "@/core/annotation/resolve-anchor";
import { pointToOffset, type SideText, type TextRange } from "@/core/annotation/side-text";
import { trimRange } from "@/core/annotation/trim-range";
import type { Language } from "@/core/article/language";
import { otherLanguage } from "@/core/article/language";
import type { ReadingSides } from "./reading-sides";
import type { ShownAnnotation } from "./store/apply-changes";
import { type Depths, twoDeep } from "./two-deep";

/** An annotation whose passage is in the text that is read. */
export type PlacedAnnotation = ShownAnnotation & {
  readonly kind: "exact" | "moved";
  readonly range: TextRange;
  /** In code units of the side's text: where it begins and how long it is. */
  readonly from: number;
  readonly length: number;
  /** The counterpart sentences, one passage each. */
  readonly twin: readonly TextRange[];
  /** The row its first block stands in (`data-row`). */
  readonly row: string;
};

export type Placement = {
  /** In the order of the text: by row, the German side first. */
  readonly placed: readonly PlacedAnnotation[];
  /** Not in this text: in another part of it, or orphaned. See `sortMissing`. */
  readonly missing: readonly ShownAnnotation[];
};

/** Finds every annotation in the text that is read. */
export function placeAnnotations(
  sides: ReadingSides,
  shown: readonly ShownAnnotation[],
): Placement {
  const placed: PlacedAnnotation[] = [];
  const missing: ShownAnnotation[] = [];
  for (const one of shown) {
    const found = place(sides, one);
    if (found) placed.push(found);
    else missing.push(one);
  }
  return { placed: placed.sort(inReadingOrder(sides)), missing };
}

function place(sides: ReadingSides, shown: ShownAnnotation): PlacedAnnotation | null {
  const { anchor } = shown.annotation;
  const text = sides.current(anchor.side).text;
  const known = places.get(anchor);
  const found = known?.text === text ? known.place : placeOf(sides, anchor);
  if (known?.text !== text) places.set(anchor, { text, place: found });
  return found && { ...shown, ...found, twin: correctedTwin(sides, shown) ?? found.twin };
}

/** The passage that its maker chose as the counterpart, while it is there. */
function correctedTwin(sides: ReadingSides, { annotation }: ShownAnnotation) {
  if (!annotation.twin) return null;
  const resolved = resolveAnchor(sides.current(annotation.twin.side).text, annotation.twin);
  return resolved.kind === "orphaned" ? null : [{ start: resolved.start, end: resolved.end }];
}

type Place = Omit<PlacedAnnotation, keyof ShownAnnotation>;

// Each change of one annotation draws all of them anew; an anchor never changes, and a text that did is another one.
const places = new WeakMap<Anchor, { readonly text: SideText; readonly place: Place | null }>();

function placeOf(sides: ReadingSides, anchor: Anchor): Place | null {
  const index = sides.current(anchor.side);
  const resolved = resolveAnchor(index.text, anchor);
  if (resolved.kind === "orphaned") return null;

  const range = { start: resolved.start, end: resolved.end };
  const from = pointToOffset(index.text, range.start) ?? 0;
  const to = pointToOffset(index.text, range.end) ?? from;
  const sentences = [...sentencesIn(index.text, from, to)];
  const twinIds = findTwin({ side: anchor.side, sentences }, sides.beadOf);
  const other = sides.current(otherLanguage(anchor.side));
  const block = index.blocks.get(range.start.block);
  return {
    kind: resolved.kind,
    range,
    from,
    length: to - from,
    twin: twinIds.flatMap((id) => sentenceRange(other.text, id) ?? []),
    row: block?.element.closest<HTMLElement>("[data-row]")?.dataset.row ?? "",
  };
}

/** The passage of one sentence, without the white space after it; `null` when it is not on this side. */
export function sentenceRange(side: SideText, id: string): TextRange | null {
  const known = sentenceRanges.get(side) ?? readSentences(side);
  sentenceRanges.set(side, known);
  return known.get(id) ?? null;
}

// Every annotation asks for its twin, each time anything changes.
const sentenceRanges = new WeakMap<SideText, ReadonlyMap<string, TextRange>>();

function readSentences(side: SideText): ReadonlyMap<string, TextRange> {
  return new Map(
    side.blocks.flatMap((block) =>
      block.sentences.flatMap(({ id, start, end }) => {
        const range = trimRange(side, {
          start: { block: block.id, offset: start },
          end: { block: block.id, offset: end },
        });
        return range ? [[id, range] as const] : [];
      }),
    ),
  );
}

function inReadingOrder(sides: ReadingSides) {
  const rows = new Map(
    [...sides.current("de").section.querySelectorAll<HTMLElement>("[data-row]")].map(
      (row, index) => [row.dataset.row ?? "", index],
    ),
  );
  const rank: Record<Language, number> = { de: 0, en: 1 };
  return (a: PlacedAnnotation, b: PlacedAnnotation) =>
    (rows.get(a.row) ?? 0) - (rows.get(b.row) ?? 0) ||
    rank[a.annotation.anchor.side] - rank[b.annotation.anchor.side] ||
    a.from - b.from;
}

/** How the passages of one side lie over each other. */
export function depthsOf(placed: readonly PlacedAnnotation[], side: Language): Depths {
  const stretches = placed
    .filter(({ annotation }) => annotation.anchor.side === side)
    .map(({ annotation, from, length }) => ({ id: annotation.id, from, to: from + length }));
  return twoDeep(stretches);
}

/** Those whose passage, or else whose twin, holds a place of the text; the shortest passage first. */
export function annotationsAt(
  placed: readonly PlacedAnnotation[],
  side: SideText,
  offset: number,
): readonly PlacedAnnotation[] {
  const holds = (range: TextRange) => {
    const from = pointToOffset(side, range.start);
    const to = pointToOffset(side, range.end);
    return from !== null && to !== null && from <= offset && offset <= to;
  };
  const own = placed.filter(
    ({ annotation, range }) => annotation.anchor.side === side.language && holds(range),
  );
  if (own.length > 0) return own.sort((a, b) => a.length - b.length);
  return placed
    .filter(({ annotation, twin }) => annotation.anchor.side !== side.language && twin.some(holds))
    .sort((a, b) => a.length - b.length);
}

/** Those that touch a sentence, in the order of the text. */
export function annotationsInSentence(
  placed: readonly PlacedAnnotation[],
  side: SideText,
  id: string,
): readonly PlacedAnnotation[] {
  const range = sentenceRange(side, id);
  const from = range && pointToOffset(side, range.start);
  const to = range && pointToOffset(side, range.end);
  if (from === null || to === null) return [];
  return placed.filter(
    (one) =>
      one.annotation.anchor.side === side.language && one.from < to && one.from + one.length > from,
  );
}
