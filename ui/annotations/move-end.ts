import type { Point } from "@/core/annotation/annotation";
import { pointToOffset, type SideText, type TextRange } from "@/core/annotation/side-text";
import { trimRange } from "@/core/annotation/trim-range";

/** A passage with one end at another place; `null` where nothing would be left of it. */
export function moveEnd(
  side: SideText,
  range: TextRange,
  end: "start" | "end",
  to: Point,
): TextRange | null {
  const moved = { ...range, [end]: to };
  const [from, until] = [pointToOffset(side, moved.start), pointToOffset(side, moved.end)];
  if (from === null || until === null || from >= until) return null;
  return trimRange(side, moved);
}
