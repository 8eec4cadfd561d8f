import { mapRange, type PositionMap } from "../article/position-map";
import type { Anchor } from "./annotation";
import { describeAnchor } from "./describe-anchor";
import { resolveAnchor } from "./resolve-anchor";
import type { SideText } from "./side-text";
import { trimRange } from "./trim-range";

/** A text and the number of the article's version that it is of. */
export type NumberedText = { readonly side: SideText; readonly version: number };

/**
 * Carries an anchor over an edit whose map is known: the passage is wherever its words went, also where some within it were
 * changed. `null` where they are gone or no longer stand together, or where the anchor had no place before the edit.
 */
export function moveAnchor(
  map: PositionMap,
  anchor: Anchor,
  before: NumberedText,
  after: NumberedText,
): Anchor | null {
  const place = resolveAnchor(before.side, anchor);
  if (place.kind === "orphaned") return null;
  const mapped = mapRange(map, place, before.side.blocks, after.side.blocks);
  if (mapped.kind !== "kept" && mapped.kind !== "changed") return null;
  const words = trimRange(after.side, mapped);
  const described = words && describeAnchor(after.side, words, after.version);
  return described?.ok ? described.anchor : null;
}
