import { offsetToPoint, type SideText, type TextRange } from "@/core/annotation/side-text";
import type { Language } from "@/core/article/language";
import { type PlacedAnnotation, stretchOf } from "./place-annotations";
import type { ReadingSides } from "./reading-sides";
import { type Stretch, twoDeep } from "./two-deep";

type Pieces = ReadonlyMap<string, readonly TextRange[]>;

/** Of those that lie under two others on a side: what is painted of them. */
export function piecesOf(
  sides: ReadingSides,
  placed: readonly PlacedAnnotation[],
): Readonly<Record<Language, Pieces>> {
  const stretches: Record<Language, Stretch[]> = { de: [], en: [] };
  for (const one of placed) stretches[one.annotation.anchor.side].push(stretchOf(one));
  return {
    de: piecesOfSide(sides, "de", stretches.de),
    en: piecesOfSide(sides, "en", stretches.en),
  };
}

type KnownPieces = { readonly stretches: readonly Stretch[]; readonly pieces: Pieces };

// What is marked on one side changes nothing on the other, and a colour changes nothing at all.
const knownPieces = new WeakMap<SideText, KnownPieces>();

const nothing: Pieces = new Map();

function piecesOfSide(sides: ReadingSides, side: Language, stretches: readonly Stretch[]): Pieces {
  if (stretches.length === 0) return nothing; // the text need not be read
  const { text } = sides.current(side);
  const known = knownPieces.get(text);
  if (known && lieTheSame(known.stretches, stretches)) return known.pieces;
  const pieces = new Map<string, readonly TextRange[]>();
  for (const [id, left] of twoDeep(stretches).pieces) {
    const ranges: TextRange[] = [];
    for (const { from, to } of left) {
      const [start, end] = [offsetToPoint(text, from), offsetToPoint(text, to)];
      if (start && end) ranges.push({ start, end });
    }
    pieces.set(id, ranges);
  }
  knownPieces.set(text, { stretches, pieces });
  return pieces;
}

function lieTheSame(before: readonly Stretch[], now: readonly Stretch[]): boolean {
  return (
    before.length === now.length &&
    now.every(({ id, from, to }, index) => {
      const other = before[index];
      return other?.from === from && other.to === to && other.id === id;
    })
  );
}
