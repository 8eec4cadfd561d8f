import { diffArrays } from "diff";
import type { Kept } from "./inline-text";

/**
 * What an edit kept of a text: whole words that stand in both, in order, and of a word that was corrected its beginning
 * and end ("Währunng" → "Währung").
 */
export function keptText(before: string, after: string): readonly Kept[] {
  let start = 0;
  const limit = Math.min(before.length, after.length);
  while (start < limit && before[start] === after[start]) start += 1;
  start = wordStart(before, after, start);
  let tail = 0;
  while (tail < limit - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  tail = wordEnd(before, after, tail);

  const kept: Kept[] = [{ start: 0, end: start, to: 0 }];
  let at = start;
  let to = start;
  let removed = "";
  let added = "";
  const settle = () => {
    kept.push(...corrected(removed, added, at - removed.length, to - added.length));
    removed = "";
    added = "";
  };
  const words = (text: string) => text.slice(start, text.length - tail).match(token) ?? [];
  for (const part of diffArrays(words(before), words(after))) {
    const text = part.value.join("");
    if (part.removed) {
      removed += text;
      at += text.length;
    } else if (part.added) {
      added += text;
      to += text.length;
    } else {
      settle();
      kept.push({ start: at, end: at + text.length, to });
      at += text.length;
      to += text.length;
    }
  }
  settle();
  kept.push({ start: at, end: at + tail, to });
  return kept.filter((each) => each.end > each.start);
}

const token = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

/** Back to where a word begins, so that no word is kept for its first letters alone, unless the diff says so. */
function wordStart(before: string, after: string, offset: number): number {
  if (!isInWord(before.charAt(offset)) && !isInWord(after.charAt(offset))) return offset;
  return before.slice(0, offset).replace(/[\p{L}\p{M}\p{N}]+$/u, "").length;
}

/** The same from the end: `tail` counts from there. */
function wordEnd(before: string, after: string, tail: number): number {
  const isWhole = [before, after].every((text) => !isInWord(text.at(-1 - tail) ?? ""));
  if (isWhole) return tail;
  return before.slice(before.length - tail).replace(/^[\p{L}\p{M}\p{N}]+/u, "").length;
}

function isInWord(character: string): boolean {
  return /[\p{L}\p{M}\p{N}\uD800-\uDFFF]/u.test(character);
}

// Below this much in common two words are two words.
const leastShare = 0.5;

/** Two stretches that took each other's place, if they are one word with a letter or two changed. */
function corrected(before: string, after: string, at: number, to: number): readonly Kept[] {
  const longer = Math.max(before.length, after.length);
  const limit = Math.min(before.length, after.length);
  let head = 0;
  while (head < limit && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < limit - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  if (head + tail < longer * leastShare) return [];
  return [
    { start: at, end: at + head, to },
    { start: at + before.length - tail, end: at + before.length, to: to + after.length - tail },
  ];
}
