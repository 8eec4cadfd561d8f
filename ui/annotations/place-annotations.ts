import type { Anchor } from "@/core/annotation/annotation";
import { resolveAnchor } from "@/core/annotation/resolve-anchor";
import { pointToOffset, type SideText, type TextRange } from "@/core/annotation/side-text";
import type { Language } from "@/core/article/language";
import type { ReadingSides } from "./reading-sides";
import type { ShownAnnotation } from "./store/apply-changes";
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
  for (const one of shown) {
    const found = place(sides, one);
    if (found) placed.push(found);
    else missing.push(one);
  }
  return { placed: inReadingOrder(sides, placed), missing };
}

type InText<Value> = { readonly text: SideText; readonly found: Value | null };

// Each change of one annotation draws all of them anew: what is shown as before stands where it stood, the same to `===`.
const placements = new WeakMap<ShownAnnotation, InText<PlacedAnnotation>>();

function place(sides: ReadingSides, shown: ShownAnnotation): PlacedAnnotation | null {
  const { anchor } = shown.annotation;
  const { text } = sides.current(anchor.side);
  const known = placements.get(shown);
  if (known?.text === text) return known.found;
  const at = knownPlace(sides, anchor, text);
  const found = at && { ...shown, ...at };
  placements.set(shown, { text, found });
  return found;
}

type Place = Omit<PlacedAnnotation, keyof ShownAnnotation>;

// An anchor never changes, and a text that did is another one.
const places = new WeakMap<Anchor, InText<Place>>();

function knownPlace(sides: ReadingSides, anchor: Anchor, text: SideText): Place | null {
  const known = places.get(anchor);
  if (known?.text === text) return known.found;
  const found = placeOf(sides, anchor);
  places.set(anchor, { text, found });
  return found;
}

function placeOf(sides: ReadingSides, anchor: Anchor): Place | null {
  const index = sides.current(anchor.side);
  const resolved = resolveAnchor(index.text, anchor);
  if (resolved.kind === "orphaned") return null;

  const range = { start: resolved.start, end: resolved.end };
  const from = pointToOffset(index.text, range.start) ?? 0;
  const to = pointToOffset(index.text, range.end) ?? from;
  const block = index.blocks.get(range.start.block);
  return {
    kind: resolved.kind,
    range,
    from,
    length: to - from,
    row: block?.row ?? "",
  };
}

/** By row, the German side first; `from` is shorter than `longestSide`. */
function inReadingOrder(
  sides: ReadingSides,
  placed: readonly PlacedAnnotation[],
): readonly PlacedAnnotation[] {
  const ranks = new Map(
    [...sides.current("de").section.querySelectorAll<HTMLElement>("[data-row]")].map(
      (row, index) => [row.dataset.row ?? "", index],
    ),
  );
  return placed
    .map((one) => {
      const column = one.annotation.anchor.side === "de" ? 0 : 1;
      return { one, at: (2 * (ranks.get(one.row) ?? 0) + column) * longestSide + one.from };
    })
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

const longestSide = 2 ** 30;

/** How the passages of one side lie over each other. */
export function depthsOf(placed: readonly PlacedAnnotation[], side: Language): Depths {
  const stretches = placed
    .filter(({ annotation }) => annotation.anchor.side === side)
    .map(({ annotation, from, length }) => ({ id: annotation.id, from, to: from + length }));
  return twoDeep(stretches);
}
