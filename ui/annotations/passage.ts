import {
  offsetToPoint,
  pointToOffset,
  type SideText,
  type TextRange,
} from "@/core/annotation/side-text";
import { trimRange } from "@/core/annotation/trim-range";
import type { Language } from "@/core/article/language";
import { placeNearPointer } from "../reader/keep-to-side";
import type { ReadingSides } from "./reading-sides";
import { domToPoint, type TextIndex, toTextRange } from "./text-index";

/** A passage the reader is choosing. */
export type Passage = {
  readonly side: Language;
  readonly range: TextRange;
  readonly origin: "pointer" | "keyboard";
};

type Place = { readonly node: Node; readonly offset: number };

/** Where the pointer is, in CSS pixels of the viewport. */
export type Pointer = { readonly x: number; readonly y: number };

/**
 * The passage of the document's selection, cut to the side where it began: in document order a selection that is drawn
 * across both columns would hold everything between. `null` when nothing of a side is selected.
 */
export function readSelection(
  sides: ReadingSides,
  selection: Selection,
  pointer: Pointer | null,
): Passage | null {
  const focus = clampedFocus(sides, selection, pointer);
  const index = sides.sideOf(selection.anchorNode);
  if (!index || !focus || !selection.anchorNode) return null;
  const range = rangeBetween({ node: selection.anchorNode, offset: selection.anchorOffset }, focus);
  const passage = toTextRange(index, range);
  return passage && { side: index.language, range: passage, origin: "pointer" };
}

/** Keeps the visible selection inside the side where it began; called while the pointer draws. */
export function clampSelection(
  sides: ReadingSides,
  selection: Selection,
  pointer: Pointer | null,
): void {
  const focus = clampedFocus(sides, selection, pointer);
  if (!focus || focus.node === selection.focusNode) return;
  selection.extend(focus.node, focus.offset);
}

/** Where the selection should end; `null` when it did not begin in a side. */
function clampedFocus(
  sides: ReadingSides,
  selection: Selection,
  pointer: Pointer | null,
): Place | null {
  const { anchorNode, focusNode, focusOffset } = selection;
  const index = sides.sideOf(anchorNode);
  if (!index || !anchorNode || !focusNode || selection.isCollapsed) return null;
  if (index.section.contains(focusNode)) return { node: focusNode, offset: focusOffset };
  const end = { node: index.section, offset: index.section.childNodes.length };
  // A triple click on the last paragraph ends at the very start of what follows.
  if (touchesNoText(sides, index, focusNode, focusOffset)) return end;
  return (
    (pointer && placeNearPointer(index.section, pointer)) ??
    placeInRow(sides, index, anchorNode, focusNode) ??
    outside(index, focusNode)
  );
}

function touchesNoText(
  sides: ReadingSides,
  index: TextIndex,
  focusNode: Node,
  focusOffset: number,
): boolean {
  if (!isAfter(index.section, focusNode)) return false;
  const other = sides.sideOf(focusNode);
  if (other) {
    const point = domToPoint(other, focusNode, focusOffset, "before");
    return point === null || pointToOffset(other.text, point) === 0;
  }
  const between = document.createRange();
  between.setStartAfter(index.section);
  between.setEnd(focusNode, focusOffset);
  return between.toString().trim() === "";
}

/** Without a pointer: the selection reached a row of the other side, so it ends with the same row on its own. */
function placeInRow(
  sides: ReadingSides,
  index: TextIndex,
  anchorNode: Node,
  focusNode: Node,
): Place | null {
  const focusRow = rowOf(focusNode);
  const anchorRow = rowOf(anchorNode);
  if (!focusRow || !anchorRow || !sides.sideOf(focusNode)) return null;
  const rows = [...index.section.querySelectorAll<HTMLElement>("[data-row]")];
  const own = rows.findIndex((row) => row.dataset.row === anchorRow.dataset.row);
  const reached = rows.findIndex((row) => row.dataset.row === focusRow.dataset.row);
  const target = rows[reached];
  if (!target) return null;
  const isForward = reached === own ? isAfter(index.section, focusNode) : reached > own;
  return { node: target, offset: isForward ? target.childNodes.length : 0 };
}

function outside(index: TextIndex, focusNode: Node): Place {
  const offset = isAfter(index.section, focusNode) ? index.section.childNodes.length : 0;
  return { node: index.section, offset };
}

function rowOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>("[data-row]") ?? null;
}

function isAfter(node: Node, other: Node): boolean {
  return (node.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function rangeBetween(one: Place, other: Place): Range {
  const range = document.createRange();
  range.setStart(one.node, one.offset);
  if (range.comparePoint(other.node, other.offset) < 0) range.setStart(other.node, other.offset);
  else range.setEnd(other.node, other.offset);
  return range;
}

/** The passage with its end one word further (or one back); the same passage where that is not possible. */
export function extendByWord(side: SideText, range: TextRange, direction: 1 | -1): TextRange {
  const from = pointToOffset(side, range.start);
  const to = pointToOffset(side, range.end);
  if (from === null || to === null) return range;
  const ends = wordEnds(side, from, to);
  const next = direction === 1 ? ends.find((end) => end > to) : ends.findLast((end) => end < to);
  const end = next === undefined ? null : offsetToPoint(side, next);
  return (end && trimRange(side, { start: range.start, end })) ?? range;
}

/** The passage with its start one word later (or one earlier); the same passage where that is not possible. */
export function extendStartByWord(side: SideText, range: TextRange, direction: 1 | -1): TextRange {
  const from = pointToOffset(side, range.start);
  const to = pointToOffset(side, range.end);
  if (from === null || to === null) return range;
  const first = Math.max(0, from - reach);
  const words = new Intl.Segmenter(side.language, { granularity: "word" });
  const starts = [...words.segment(side.text.slice(first, to))]
    .filter((word) => word.isWordLike)
    .map((word) => first + word.index);
  const next =
    direction === 1 ? starts.find((at) => at > from) : starts.findLast((at) => at < from);
  const start = next === undefined ? null : offsetToPoint(side, next);
  return (start && trimRange(side, { start, end: range.end })) ?? range;
}

const reach = 400; // code units beside the passage in which the next word is looked for

/** Offsets after `from` where a word ends. */
function wordEnds(side: SideText, from: number, to: number): readonly number[] {
  const words = new Intl.Segmenter(side.language, { granularity: "word" });
  const stretch = side.text.slice(from, to + reach);
  return [...words.segment(stretch)]
    .filter((word) => word.isWordLike)
    .map((word) => from + word.index + word.segment.length);
}
