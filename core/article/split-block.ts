import { splitSentences } from "../sentences/split-sentences";
import { blockText, type ContentNode, textBlocks } from "./content";
import type { Language } from "./language";

/**
 * The sentences of a block, without loss: no sentence reaches from one text block into the next, and the line feed
 * between them belongs to the sentence before. Sentences of an earlier text that still stand at the start or the end keep
 * their borders. A block without words has none.
 */
export function splitBlock(
  node: ContentNode,
  language: Language,
  earlier: readonly string[] = [],
): readonly string[] {
  const text = blockText(node);
  if (text.trim() === "") return [];
  const head = headEnds(text, earlier);
  const headEnd = head.at(-1) ?? 0;
  const tail = tailStarts(text, earlier.slice(head.length), headEnd);
  const tailStart = tail.at(-1) ?? text.length;
  const between = sentenceEnds(node, language).filter((end) => end > headEnd && end < tailStart);
  return cut(text, [...head, ...between, tailStart, ...tail.toReversed(), text.length]);
}

/** Where the earlier sentences end that the text still begins with. */
function headEnds(text: string, earlier: readonly string[]): number[] {
  const ends: number[] = [];
  for (const sentence of earlier) {
    const start = ends.at(-1) ?? 0;
    const end = start + sentence.length;
    const isWhole = /\s$/.test(sentence) || end === text.length;
    if (!isWhole || !text.startsWith(sentence, start)) break;
    ends.push(end);
  }
  return ends;
}

/** Where the earlier sentences start that the text still ends with, the last first. */
function tailStarts(text: string, earlier: readonly string[], from: number): number[] {
  const starts: number[] = [];
  for (const sentence of earlier.toReversed()) {
    const end = starts.at(-1) ?? text.length;
    const start = end - sentence.length;
    const isWhole = start === from || /\s/.test(text.charAt(start - 1));
    if (start < from || !isWhole || !text.endsWith(sentence, end)) break;
    starts.push(start);
  }
  return starts;
}

function sentenceEnds(node: ContentNode, language: Language): number[] {
  const ends: number[] = [];
  let start = 0;
  for (const part of textBlocks(node)) {
    const text = blockText(part);
    let end = start;
    for (const sentence of splitSentences(text, language)) {
      end += sentence.length;
      ends.push(end);
    }
    start += text.length + 1;
    if (text === "") ends.push(start);
    else ends[ends.length - 1] = start;
  }
  return ends;
}

/** Cuts at rising ends; a piece of nothing but white space joins the one before, or the one after at the start. */
function cut(text: string, ends: readonly number[]): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (const end of ends) {
    const piece = text.slice(start, end);
    if (piece === "") continue;
    if (piece.trim() === "" && pieces.length > 0) pieces[pieces.length - 1] += piece;
    else if (piece.trim() === "") continue;
    else pieces.push(piece);
    start = Math.max(start, end);
  }
  return pieces;
}
