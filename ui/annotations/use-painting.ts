import { useDeferredValue, useLayoutEffect } from "react";
import { otherLanguage } from "@/core/article/language";
import { type Paint, paint } from "./painting";
import type { Passage } from "./passage";
import type { PlacedAnnotation } from "./place-annotations";
import type { ReadingSides } from "./reading-sides";

type Painted = {
  readonly placed: readonly PlacedAnnotation[];
  /** The annotation whose card or bar the reader is at. */
  readonly activeId: string | null;
  readonly passage: Passage | null;
};

/** Paints before the browser does, so that a mark is there with the click that made it. */
export function usePainting(sides: ReadingSides, { placed, activeId, passage }: Painted): void {
  const withTwins = useDeferredValue(placed, none); // the words that were marked first, then their counterparts
  useLayoutEffect(() => {
    paint(sides, [
      ...placed.flatMap((one) => paintsOf(one, activeId)),
      ...withTwins.flatMap(twinsOf),
      ...(passage?.origin === "keyboard"
        ? [{ name: "passage-chosen" as const, side: passage.side, range: passage.range }]
        : []),
    ]);
  }, [sides, placed, withTwins, activeId, passage]);

  useLayoutEffect(() => () => paint(sides, []), [sides]);
}

const none: readonly PlacedAnnotation[] = [];

function twinsOf({ annotation, twin }: PlacedAnnotation): readonly Paint[] {
  const side = otherLanguage(annotation.anchor.side);
  return twin.map((range) => ({ name: `twin-${annotation.colour}`, side, range }));
}

function paintsOf(one: PlacedAnnotation, activeId: string | null): readonly Paint[] {
  const { colour, anchor, id } = one.annotation;
  const side = anchor.side;
  const paints: Paint[] = [{ name: `highlight-${colour}`, side, range: one.range }];
  if (id === activeId) paints.push({ name: `active-${colour}`, side, range: one.range });
  return paints;
}
