import { useDeferredValue, useLayoutEffect, useMemo } from "react";
import { offsetToPoint, type TextRange } from "@/core/annotation/side-text";
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
    paint(sides, [
      ...placed.flatMap((one) => paintsOf(one, pieces.get(one.annotation.id), activeId)),
      ...withTwins.flatMap((one) => twinsOf(sides, one)),
      ...(passage?.origin === "keyboard"
        ? [{ name: "passage-chosen" as const, side: passage.side, range: passage.range }]
        : []),
    ]);
  }, [sides, placed, pieces, withTwins, activeId, passage, wordLinks]);

  useLayoutEffect(() => () => paint(sides, []), [sides]);
}

const none: readonly PlacedAnnotation[] = [];

/** Of those that lie under two others: what is painted of them. */
function piecesOf(
  sides: ReadingSides,
  placed: readonly PlacedAnnotation[],
): ReadonlyMap<string, readonly TextRange[]> {
  const pieces = new Map<string, readonly TextRange[]>();
  for (const side of languages) {
    const { text } = sides.current(side);
    for (const [id, left] of depthsOf(placed, side).pieces) {
      pieces.set(
        id,
        left.flatMap(({ from, to }) => {
          const [start, end] = [offsetToPoint(text, from), offsetToPoint(text, to)];
          return start && end ? { start, end } : [];
        }),
      );
    }
  }
  return pieces;
}

function twinsOf(sides: ReadingSides, one: PlacedAnnotation): readonly Paint[] {
  const { anchor, colour } = one.annotation;
  const side = otherLanguage(anchor.side);
  return twinRanges(sides, one).map((range) => ({ name: paintNames.twin[colour], side, range }));
}

function paintsOf(
  one: PlacedAnnotation,
  pieces: readonly TextRange[] | undefined,
  activeId: string | null,
): readonly Paint[] {
  const { colour, anchor, id } = one.annotation;
  const side = anchor.side;
  const paints: Paint[] = (pieces ?? [one.range]).map((range) => ({
    name: paintNames.highlight[colour],
    side,
    range,
  }));
  if (id === activeId) paints.push({ name: `active-${colour}`, side, range: one.range });
  return paints;
}
