import type { Anchor } from "@/core/annotation/annotation";
import { resolveAnchor } from "@/core/annotation/resolve-anchor";
import { pointToOffset, type SideText, type TextRange } from "@/core/annotation/side-text";
import type { Language } from "@/core/article/language";
import type { ReadingSides } from "./reading-sides";
import type { ShownAnnotation } from "./store/apply-changes";
import type { TextIndex } from "./text-index";
import { type Depths, twoDeep } from "./two-deep";

/** An annotation whose passage is in the text that is read. */
export type PlacedAnnotation = ShownAnnotation & {
  readonly kind: "exact" | "moved";
  readonly range: TextRange;
  /** In code units of the side's text: where it begins and how long it is. */
  readonly from: number;
  readonly length: number;
  /** The row its first block stands in (`data-row`). */
  readonly row: string;
  /** Grows in reading order: by row, the German side first, then by place. */
  readonly order: number;
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
  const known = placements.get(sides) ?? new Map();
  placements.set(sides, known);
  for (const one of shown) {
    const found = place(sides, known, one);
    if (found) placed.push(found);
    else missing.push(one);
  }
  return { placed: placed.sort((a, b) => a.order - b.order), missing };
}

type Known = {
  readonly shown: ShownAnnotation;
  readonly text: SideText;
  readonly found: PlacedAnnotation | null;
};

// Each change of one annotation draws all of them anew: what is shown as before stands where it stood, the same to `===`.
// By id in a plain map: entries of a WeakMap for each of ten thousand cost the collector more than finding them anew.
const placements = new WeakMap<ReadingSides, Map<string, Known>>();

function place(
  sides: ReadingSides,
  known: Map<string, Known>,
  shown: ShownAnnotation,
): PlacedAnnotation | null {
  const { id, anchor } = shown.annotation;
  const { text } = sides.current(anchor.side);
  const before = known.get(id);
  if (before?.shown === shown && before.text === text) return before.found;
  const at = placeOf(sides, anchor);
  const found = at && { ...shown, ...at };
  known.set(id, { shown, text, found });
  return found;
}

type Place = Omit<PlacedAnnotation, keyof ShownAnnotation>;

function placeOf(sides: ReadingSides, anchor: Anchor): Place | null {
  const index = sides.current(anchor.side);
  const resolved = resolveAnchor(index.text, anchor);
  if (resolved.kind === "orphaned") return null;

  const range = { start: resolved.start, end: resolved.end };
  const from = pointToOffset(index.text, range.start) ?? 0;
  const to = pointToOffset(index.text, range.end) ?? from;
  const row = index.blocks.get(range.start.block)?.row ?? "";
  const column = anchor.side === "de" ? 0 : 1;
  const order = (2 * (ranksOf(sides).get(row) ?? 0) + column) * longestSide + from;
  return { kind: resolved.kind, range, from, length: to - from, row, order };
}

const longestSide = 2 ** 30;

// In the order of the German side; a row is in both.
const ranks = new WeakMap<TextIndex, ReadonlyMap<string, number>>();

function ranksOf(sides: ReadingSides): ReadonlyMap<string, number> {
  const index = sides.current("de");
  const known = ranks.get(index);
  if (known) return known;
  const rows = [...index.section.querySelectorAll<HTMLElement>("[data-row]")];
  const found = new Map(rows.map((row, rank) => [row.dataset.row ?? "", rank]));
  ranks.set(index, found);
  return found;
}

/** How the passages of one side lie over each other. */
export function depthsOf(placed: readonly PlacedAnnotation[], side: Language): Depths {
  const stretches = placed
    .filter(({ annotation }) => annotation.anchor.side === side)
    .map(({ annotation, from, length }) => ({ id: annotation.id, from, to: from + length }));
  return twoDeep(stretches);
}
