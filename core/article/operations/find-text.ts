import type { Article } from "../article";
import { findBlock } from "../article-index";
import { blockText } from "../content";
import { replaceText } from "../inline-text";
import type { Language } from "../language";
import type { OperationOf } from "./operation";

export type Query = {
  readonly text: string;
  readonly isCaseSensitive: boolean;
  readonly sides: readonly Language[];
};

/** A place where the text that was looked for stands. */
export type Match = {
  readonly side: Language;
  readonly blockId: string;
  readonly start: number;
  readonly end: number;
};

/** Every place of a text, the way the article is read; no more than `limit`. */
export function findText(article: Article, query: Query, limit: number): readonly Match[] {
  const wanted = folded(query.text, query.isCaseSensitive);
  if (wanted === "") return [];
  const matches: Match[] = [];
  for (const side of query.sides) {
    for (const { id: blockId, node } of article.sides[side].blocks) {
      const text = folded(blockText(node), query.isCaseSensitive);
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
        if (matches.length >= limit) return matches;
        matches.push({ side, blockId, start: at, end: at + wanted.length });
      }
    }
  }
  return matches;
}

/** The operation that writes something else in those places; `null` where there is none. */
export function replaceMatches(
  article: Article,
  matches: readonly Match[],
  replacement: string,
): OperationOf<"edit-text"> | null {
  const byBlock = new Map<string, Match[]>();
  for (const match of matches) {
    byBlock.set(match.blockId, [...(byBlock.get(match.blockId) ?? []), match]);
  }
  const edits = [...byBlock].flatMap(([block, list]) => {
    const found = findBlock(article, block);
    if (!found) return [];
    let node: typeof found.block.node | null = found.block.node;
    // From the last, so that the places before it stay where they are.
    for (const { start, end } of list.toSorted((a, b) => b.start - a.start)) {
      if (node) node = replaceText(node, start, end, replacement).node;
    }
    return [{ block, nodes: node ? [node] : [] }];
  });
  return edits.length > 0 ? { kind: "edit-text", edits } : null;
}

/** Lower case, letter for letter: what has another length in lower case ("İ") stays, so that offsets stay true. */
function folded(text: string, isCaseSensitive: boolean): string {
  if (isCaseSensitive) return text;
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return [...text]
    .map((letter) =>
      letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
    )
    .join("");
}
