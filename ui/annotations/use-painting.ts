import { useDeferredValue, useLayoutEffect, useMemo } from "react";
import { offsetToPoint, type SideText, type TextRange } from "@/core/annotation/side-text";
import { languages, otherLanguage } from "@/core/article/language";
import { type Paint, paint, paintNames } from "./painting";
import type { Passage } from "./passage";
import { depthsOf, type PlacedAnnotation } from "./place-annotations";
import type { ReadingSides } from "./reading-sides";
import { twinRanges } from "./twin-ranges";

type Painted = {
  readonly placed: readonly PlacedAnnotation[];
  /** The annotation whose card or bar the reader is at. */
  readonly activeId: string | null;
  readonly passage: Passage | null;
  /** Changes with what is known of the words that twins are made of. */
  readonly wordLinks: number;
};

/** Paints before the browser does, so that a mark is there with the click that made it. */
export function usePainting(
  sides: ReadingSides,
  { placed, activeId, passage, wordLinks }: Painted,
): void {
  const pieces = useMemo(() => piecesOf(sides, placed), [sides, placed]);
  const withTwins = useDeferredValue(placed, none); // the words that were marked first, then their counterparts
  // biome-ignore lint/correctness/useExhaustiveDependencies: with other word links there are other twins
  useLayoutEffect(() => {
    const paints: Paint[] = [];
    for (const one of placed) addPaints(paints, one, pieces.get(one.annotation.id), activeId);
    for (const one of withTwins) addTwins(paints, sides, one);
    if (passage?.origin === "keyboard") {
      paints.push({ name: "passage-chosen", side: passage.side, range: passage.range });
    }
    paint(sides, paints);
  }, [sides, placed, pieces, withTwins, activeId, passage, wordLinks]);

  useLayoutEffect(() => () => paint(sides, []), [sides]);
}

const none: readonly PlacedAnnotation[] = [];

type Pieces = ReadonlyMap<string, readonly TextRange[]>;

/** Of those that lie under two others: what is painted of them. */
function piecesOf(sides: ReadingSides, placed: readonly PlacedAnnotation[]): Pieces {
  const pieces = new Map<string, readonly TextRange[]>();
  for (const language of languages) {
    const own = placed.filter(({ annotation }) => annotation.anchor.side === language);
    if (own.length === 0) continue;
    for (const [id, left] of piecesOfSide(sides.current(language).text, own)) pieces.set(id, left);
  }
  return pieces;
}

type KnownPieces = { readonly own: readonly PlacedAnnotation[]; readonly pieces: Pieces };

// What is marked on one side changes nothing on the other, and a colour changes nothing at all.
const knownPieces = new WeakMap<SideText, KnownPieces>();

function piecesOfSide(text: SideText, own: readonly PlacedAnnotation[]): Pieces {
  const known = knownPieces.get(text);
  if (known && lieTheSame(known.own, own)) return known.pieces;
  const pieces = new Map<string, readonly TextRange[]>();
  for (const [id, left] of depthsOf(own, text.language).pieces) {
    const ranges: TextRange[] = [];
    for (const { from, to } of left) {
      const [start, end] = [offsetToPoint(text, from), offsetToPoint(text, to)];
      if (start && end) ranges.push({ start, end });
    }
    pieces.set(id, ranges);
  }
  knownPieces.set(text, { own, pieces });
  return pieces;
}

function lieTheSame(before: readonly PlacedAnnotation[], now: readonly PlacedAnnotation[]) {
  return (
    before.length === now.length &&
    now.every((one, index) => {
      const other = before[index];
      if (one === other) return true;
      const isSame = other?.from === one.from && other.length === one.length;
      return isSame && other.annotation.id === one.annotation.id;
    })
  );
}

function addTwins(paints: Paint[], sides: ReadingSides, one: PlacedAnnotation): void {
  const { anchor, colour } = one.annotation;
  const side = otherLanguage(anchor.side);
  const name = paintNames.twin[colour];
  for (const range of twinRanges(sides, one)) paints.push({ name, side, range });
}

function addPaints(
  paints: Paint[],
  one: PlacedAnnotation,
  pieces: readonly TextRange[] | undefined,
  activeId: string | null,
): void {
  const { colour, anchor, id } = one.annotation;
  const { side } = anchor;
  const name = paintNames.highlight[colour];
  if (pieces) for (const range of pieces) paints.push({ name, side, range });
  else paints.push({ name, side, range: one.range });
  if (id === activeId) paints.push({ name: `active-${colour}`, side, range: one.range });
}
