import type { Anchor } from "../annotation/annotation";
import { contextLength, contextOf, sentencesIn } from "../annotation/describe-anchor";
import { type FoldedText, foldSpace } from "../annotation/fold-space";
import { articleText } from "../annotation/locate-passage";
import { resolveAnchor } from "../annotation/resolve-anchor";
import { offsetToPoint, type SideText } from "../annotation/side-text";
import type { Article } from "../article/article";
import { type Language, languages } from "../article/language";
import type { ImportedTarget } from "./imported-note";

/** Where an imported passage stands: an anchor in the version that was looked in; orphaned, an anchor to its words. */
export type PlacedImport = {
  readonly kind: "placed" | "moved" | "orphaned";
  readonly anchor: Anchor;
};

/**
 * Looks for a passage that another program describes. It is `placed` where its position is told and its words stand
 * there, `moved` where they stand elsewhere with what stood around them, and otherwise orphaned: never guessed.
 */
export function placeImport(
  article: Article,
  target: ImportedTarget,
  version: number,
): PlacedImport | null {
  const sides = target.side ? [target.side] : languages;
  const tried = sides.map((language) => placeOnSide(article, language, target, version));
  return (
    tried.find((one) => one && one.kind !== "orphaned") ?? tried.find((one) => one !== null) ?? null
  );
}

function placeOnSide(
  article: Article,
  language: Language,
  target: ImportedTarget,
  version: number,
): PlacedImport | null {
  const side = articleText(article).sides[language];
  const told = target.start === null ? null : codePointToUnit(side.text, target.start);
  const candidates = occurrences(side, target.exact).flatMap(({ start, end }) => {
    const anchor = describe(side, start, side.text.slice(start, end), version);
    return anchor && isConfirmed(side, anchor, target) ? [{ start, anchor }] : [];
  });
  const there = candidates.find(({ start }) => start === told);
  if (there) return { kind: "placed", anchor: there.anchor };
  const [only, another] = candidates;
  // Without a position of its own nothing can have moved; two places are one too many.
  if (only && !another) return { kind: told === null ? "placed" : "moved", anchor: only.anchor };
  return orphan(side, target, version);
}

/** Whether the passage that was described elsewhere would be found in this place by its own words and surroundings. */
function isConfirmed(
  side: SideText,
  anchor: Anchor,
  { prefix, suffix, exact }: ImportedTarget,
): boolean {
  if (prefix === "" && suffix === "") return exact.trim().length >= shortQuote;
  const described = { ...anchor, prefix: wellFormedEnd(prefix), suffix: wellFormedStart(suffix) };
  const resolved = resolveAnchor(side, described);
  if (resolved.kind === "orphaned") return false;
  return (
    resolved.start.block === anchor.start.block && resolved.start.offset === anchor.start.offset
  );
}

// As in resolve-anchor.ts: shorter words are no evidence by themselves.
const shortQuote = 12;
const mostOccurrences = 200;

/** Every place where the words stand, white space aside. */
function occurrences(side: SideText, exact: string): { start: number; end: number }[] {
  const quote = foldSpace(exact.trim()).text;
  const folded = foldedOf(side);
  const found: { start: number; end: number }[] = [];
  let at = quote === "" ? -1 : folded.text.indexOf(quote);
  while (at !== -1 && found.length < mostOccurrences) {
    const last = folded.offsets[at + quote.length - 1] ?? 0;
    found.push({ start: folded.offsets[at] ?? 0, end: last + 1 });
    at = folded.text.indexOf(quote, at + 1);
  }
  return found;
}

const foldedTexts = new WeakMap<SideText, FoldedText>();

function foldedOf(side: SideText): FoldedText {
  const known = foldedTexts.get(side) ?? foldSpace(side.text);
  foldedTexts.set(side, known);
  return known;
}

function describe(side: SideText, start: number, exact: string, version: number): Anchor | null {
  const end = start + exact.length;
  const from = offsetToPoint(side, start);
  const to = offsetToPoint(side, end);
  const sentences = sentencesIn(side, start, end);
  if (!from || !to || sentences.length === 0 || sentences.length > 500) return null;
  const { before, after } = contextOf(side, start, end);
  return {
    ...{ version, side: side.language, start: from, end: to, sentences: [...sentences] },
    ...{ exact, prefix: before, suffix: after },
  };
}

/** An anchor to words that are nowhere: it keeps them, and no place. */
function orphan(side: SideText, target: ImportedTarget, version: number): PlacedImport | null {
  const block = side.blocks.find(({ sentences }) => sentences.length > 0);
  const sentence = block?.sentences[0];
  if (!block || !sentence) return null;
  const start = { block: block.id, offset: 0 };
  const context = { prefix: wellFormedEnd(target.prefix), suffix: wellFormedStart(target.suffix) };
  const { language } = side;
  return {
    kind: "orphaned",
    anchor: {
      ...{ version, side: language, start, end: { ...start }, sentences: [sentence.id] },
      ...{ exact: target.exact, ...context },
    },
  };
}

function wellFormedEnd(prefix: string): string {
  const kept = prefix.slice(-contextLength);
  return /^[\udc00-\udfff]/.test(kept) ? kept.slice(1) : kept;
}

function wellFormedStart(suffix: string): string {
  const kept = suffix.slice(0, contextLength);
  return /[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept;
}

function codePointToUnit(text: string, count: number): number | null {
  let index = 0;
  for (let passed = 0; passed < count; passed += 1) {
    if (index >= text.length) return null;
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return index;
}
