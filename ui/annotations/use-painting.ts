import { useEffect, useLayoutEffect, useMemo } from "react";
import type { TextRange } from "@/core/annotation/side-text";
import { otherLanguage } from "@/core/article/language";
import { type Paint, paintNames } from "./paint-names";
import { paintTwinsInTime } from "./paint-twins-in-time";
import { piecesOf } from "./painted-pieces";
import { canHighlight, paint } from "./painting";
import type { Passage } from "./passage";
import type { PlacedAnnotation } from "./place-annotations";
import type { ReadingSides } from "./reading-sides";
import { knownTwinRanges, twinRanges } from "./twin-ranges";

type Painted = {
  readonly placed: readonly PlacedAnnotation[];
  /** The same once they have been shown: what is not seen at first sight follows from these. */
  readonly unhurried: readonly PlacedAnnotation[];
  /** The annotation whose card or bar the reader is at. */
  readonly activeId: string | null;
  readonly passage: Passage | null;
  /** Changes with what is known of the words that twins are made of. */
  readonly wordLinks: number;
};

/** Paints before the browser does, so that a mark is there with the click that made it. */
export function usePainting(
  sides: ReadingSides,
  { placed, unhurried, activeId, passage, wordLinks }: Painted,
): void {
  const pieces = useMemo(() => piecesOf(sides, placed), [sides, placed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with other word links there are other twins
  useLayoutEffect(() => {
    const paints: Paint[] = [];
    for (const one of placed) {
      const { id, anchor } = one.annotation;
      addPaints(paints, one, pieces[anchor.side].get(id), activeId);
      addTwins(paints, sides, one);
    }
    if (passage?.origin === "keyboard") {
      paints.push({ name: "passage-chosen", side: passage.side, range: passage.range });
    }
    paint(sides, paints);
  }, [sides, placed, pieces, activeId, passage, wordLinks]);
  useEffect(() => paintTwinsInTime(sides, unhurried), [sides, unhurried]);

  useLayoutEffect(() => () => paint(sides, []), [sides]);
}

/** The words that were marked come first, then their counterparts: those that are not worked out yet are painted later. */
function addTwins(paints: Paint[], sides: ReadingSides, one: PlacedAnnotation): void {
  const ranges = canHighlight() ? knownTwinRanges(sides, one) : twinRanges(sides, one);
  if (!ranges) return;
  const { anchor, colour } = one.annotation;
  const side = otherLanguage(anchor.side);
  const name = paintNames.twin[colour];
  for (const range of ranges) paints.push({ name, side, range });
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
