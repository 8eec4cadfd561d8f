import { sentencesIn } from "@/core/annotation/describe-anchor";
import { findTwin } from "@/core/annotation/find-twin";
import { resolveAnchor } from "@/core/annotation/resolve-anchor";
import type { SideText, TextRange } from "@/core/annotation/side-text";
import { type BeadLinks, wordTwin } from "@/core/annotation/word-twin";
import { otherLanguage } from "@/core/article/language";
import type { PlacedAnnotation } from "./place-annotations";
import type { ReadingSides } from "./reading-sides";
import { sentenceRange } from "./sentence-range";

/**
 * The counterpart of an annotation on the other side: the passage that its maker chose while it is there, else of a short passage
 * the words that are linked with it, else the counterpart sentences, one passage each. Asked for what is drawn or pointed at; a page with thousands does not wait for all of them.
 */
export function twinRanges(sides: ReadingSides, one: PlacedAnnotation): readonly TextRange[] {
  const { text } = sides.current(otherLanguage(one.annotation.anchor.side));
  const before = knownTwins(sides).get(one.annotation.id);
  const links = linksOf(sides, one);
  if (before?.one === one && before.text === text && before.links === links) return before.ranges;
  const ranges =
    correctedTwin(text, one) ?? linkedTwin(sides, one, links) ?? computedTwin(sides, text, one);
  knownTwins(sides).set(one.annotation.id, { one, text, links, ranges });
  return ranges;
}

/** The same where it has been asked for before; `null` where it would have to be worked out first. */
export function knownTwinRanges(
  sides: ReadingSides,
  one: PlacedAnnotation,
): readonly TextRange[] | null {
  const { text } = sides.current(otherLanguage(one.annotation.anchor.side));
  const before = knownTwins(sides).get(one.annotation.id);
  return before?.one === one && before.text === text ? twinRanges(sides, one) : null;
}

type KnownTwin = {
  readonly one: PlacedAnnotation;
  readonly text: SideText;
  readonly links: BeadLinks | undefined;
  readonly ranges: readonly TextRange[];
};

// By id in a plain map, as in place-annotations.ts.
const twins = new WeakMap<ReadingSides, Map<string, KnownTwin>>();

function knownTwins(sides: ReadingSides): Map<string, KnownTwin> {
  const known = twins.get(sides) ?? new Map();
  twins.set(sides, known);
  return known;
}

function linksOf(sides: ReadingSides, { annotation, from }: PlacedAnnotation) {
  if (sides.wordLinks.size === 0) return undefined;
  const { text } = sides.current(annotation.anchor.side);
  const [sentence = ""] = sentencesIn(text, from, from + 1);
  return sides.wordLinks.get(sentence);
}

function linkedTwin(sides: ReadingSides, one: PlacedAnnotation, links: BeadLinks | undefined) {
  if (!links) return null;
  const texts = { de: sides.current("de").text, en: sides.current("en").text };
  const passage = { start: one.from, end: one.from + one.length };
  return wordTwin(texts, links, one.annotation.anchor.side, passage);
}

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
