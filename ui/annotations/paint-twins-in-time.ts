import { otherLanguage } from "@/core/article/language";
import { afterFrame } from "../controls/after-frame";
import { rowInView } from "../reader/row-in-view";
import { type Paint, paintNames } from "./paint-names";
import { canHighlight, paintMore, prepare } from "./painting";
import type { PlacedAnnotation } from "./place-annotations";
import type { ReadingSides } from "./reading-sides";
import { knownTwinRanges, twinRanges } from "./twin-ranges";

const sliceMs = 6; // less than half a frame: what the reader does goes before

/**
 * Works out and paints the twins that are not known yet, those around what is being read at once and the others a little at a
 * time. They are painted in one go: the browser looks at every range anew whenever one is added. Returns what calls it off.
 */
export function paintTwinsInTime(
  sides: ReadingSides,
  placed: readonly PlacedAnnotation[],
): () => void {
  if (!canHighlight()) return () => undefined; // there they are painted with the rest
  const left = fromView(placed.filter((one) => !knownTwinRanges(sides, one)));
  if (left.length === 0) return () => undefined;
  let paints: Paint[] = [];
  let next = 0;
  let callOff: (() => void) | null = null;

  function work() {
    const until = performance.now() + sliceMs;
    while (next < left.length && performance.now() < until) take(left[next++]);
    const isDone = next >= left.length;
    if (isDone || callOff === null) show();
    if (!isDone) callOff = afterFrame(work); // one slice a frame: the page is being scrolled meanwhile
  }

  function take(one: PlacedAnnotation | undefined) {
    if (!one) return;
    const { anchor, colour } = one.annotation;
    const side = otherLanguage(anchor.side);
    for (const range of twinRanges(sides, one)) {
      const made: Paint = { name: paintNames.twin[colour], side, range };
      prepare(sides, made);
      paints.push(made);
    }
  }

  function show() {
    paintMore(sides, paints);
    paints = [];
  }

  work();
  return () => callOff?.();
}

/** In the order of the text, beginning with the row that is being read. */
function fromView(placed: readonly PlacedAnnotation[]): readonly PlacedAnnotation[] {
  const row = rowInView()?.id;
  const first = placed.findIndex((one) => one.row === row);
  return first > 0 ? [...placed.slice(first), ...placed.slice(0, first)] : placed;
}
