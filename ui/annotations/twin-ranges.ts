import { sentencesIn } from "@/core/annotation/describe-anchor";
import { findTwin } from "@/core/annotation/find-twin";
import { resolveAnchor } from "@/core/annotation/resolve-anchor";
import type { SideText, TextRange } from "@/core/annotation/side-text";
import { otherLanguage } from "@/core/article/language";
import type { PlacedAnnotation } from "./place-annotations";
import type { ReadingSides } from "./reading-sides";
import { sentenceRange } from "./sentence-range";

/**
 * The counterpart of an annotation on the other side: the passage that its maker chose while it is there, else the counterpart
 * sentences, one passage each. Asked for what is drawn or pointed at; a page with thousands does not wait for all of them.
 */
export function twinRanges(sides: ReadingSides, one: PlacedAnnotation): readonly TextRange[] {
  const { text } = sides.current(otherLanguage(one.annotation.anchor.side));
  const known = twins.get(one);
  if (known?.text === text) return known.ranges;
  const ranges = correctedTwin(text, one) ?? computedTwin(sides, text, one);
  twins.set(one, { text, ranges });
  return ranges;
}

const twins = new WeakMap<
  PlacedAnnotation,
  { readonly text: SideText; readonly ranges: readonly TextRange[] }
>();

function correctedTwin(text: SideText, { annotation }: PlacedAnnotation) {
  if (!annotation.twin) return null;
  const resolved = resolveAnchor(text, annotation.twin);
  return resolved.kind === "orphaned" ? null : [{ start: resolved.start, end: resolved.end }];
}

function computedTwin(sides: ReadingSides, text: SideText, one: PlacedAnnotation) {
  const { side } = one.annotation.anchor;
  const own = sides.current(side).text;
  const sentences = [...sentencesIn(own, one.from, one.from + one.length)];
  const ids = findTwin({ side, sentences }, sides.beadOf);
  return ids.flatMap((id) => sentenceRange(text, id) ?? []);
}
