import { resolveAnchor } from "@/core/annotation/resolve-anchor";
import { pointToOffset, type SideText, type TextRange } from "@/core/annotation/side-text";
import { untouchedSpan } from "@/core/annotation/untouched-span";
import type { ReadingSides } from "./reading-sides";
import type { ShownAnnotation } from "./store/apply-changes";
import type { TextIndex } from "./text-index";
import type { Stretch } from "./two-deep";

/** An annotation whose passage is in the text that is read. */
export type PlacedAnnotation = ShownAnnotation & {
  readonly kind: "exact" | "moved";
  readonly range: TextRange;
  /** In code units of the side's text: where it begins and how long it is. */
  readonly from: number;
  readonly length: number;
  /** The row its first block stands in (`data-row`). */
  readonly row: string;
  /** Which row that is from the top. */
  readonly rowRank: number;
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
  const rows: PlacedAnnotation[][] = [];
  const missing: ShownAnnotation[] = [];
  const known: Map<string, Known> = placements.get(sides) ?? new Map();
  placements.set(sides, known);
  for (const one of shown) {
    const found = place(sides, known, one);
    if (!found) {
      missing.push(one);
      continue;
    }
    const rank = 2 * found.rowRank + (one.annotation.anchor.side === "de" ? 0 : 1);
    const row = rows[rank];
    if (row) row.push(found);
    else rows[rank] = [found];
  }
  return { placed: inOrder(rows), missing };
}

/** Row by row, in which only few need to be compared. */
function inOrder(rows: readonly PlacedAnnotation[][]): readonly PlacedAnnotation[] {
  const placed: PlacedAnnotation[] = [];
  rows.forEach((row) => {
    if (row.length > 1) row.sort((a, b) => a.from - b.from);
    for (const one of row) placed.push(one);
  });
  return placed;
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
  const index = sides.current(anchor.side);
  const before = known.get(id);
  if (before?.shown === shown && before.text === index.text) return before.found;
  const found = find(index, shown);
  known.set(id, { shown, text: index.text, found });
  return found;
}

function find(index: TextIndex, shown: ShownAnnotation): PlacedAnnotation | null {
  const { text } = index;
  const { anchor } = shown.annotation;
  const span = untouchedSpan(text, anchor);
  // The anchor is a range itself, and the same one for as long as the annotation is.
  if (span) return placed(index, shown, "exact", anchor, span.start, span.end);
  const resolved = resolveAnchor(text, anchor);
  if (resolved.kind === "orphaned") return null;
  const range = { start: resolved.start, end: resolved.end };
  const from = pointToOffset(text, range.start) ?? 0;
  const to = pointToOffset(text, range.end) ?? from;
  return placed(index, shown, resolved.kind, range, from, to);
}

function placed(
  index: TextIndex,
  shown: ShownAnnotation,
  kind: PlacedAnnotation["kind"],
  range: TextRange,
  from: number,
  to: number,
): PlacedAnnotation {
  const block = index.blocks.get(range.start.block);
  const length = to - from;
  return {
    ...shown,
    kind,
    range,
    from,
    length,
    row: block?.row ?? "",
    rowRank: block?.rowRank ?? 0,
  };
}

/** Passages as they lie over each other, of one side. */
export function stretchOf({ annotation, from, length }: PlacedAnnotation): Stretch {
  return { id: annotation.id, from, to: from + length };
}
