import type { Article, Row } from "./article";
import type { ContentNode } from "./content";
import { languages } from "./language";

// Beyond about 200 rows a page is slow to load on a phone; see the long text in `npm run bench`.
export const maxRows = 200;

/**
 * The rows of a long text in parts of at most 200, each beginning at a heading where there is one in its second half,
 * the highest that offers itself. A footnote goes with the part that refers to it. A text that is short enough is one part.
 */
export function partsOf(article: Article): readonly (readonly Row[])[] {
  const nodes = new Map(
    languages.flatMap((side) =>
      article.sides[side].blocks.map(({ id, node }) => [id, node] as const),
    ),
  );
  const nodesOf = (row: Row) =>
    languages.flatMap((side) => row[side].flatMap((id) => nodes.get(id) ?? []));
  const isNote = (row: Row) => nodesOf(row).every((node) => node.type === "footnote");
  const body = article.rows.filter((row) => !isNote(row));
  if (body.length <= maxRows) return [article.rows];

  const parts: Row[][] = [];
  for (let start = 0; start < body.length; ) {
    const end = endOfPart(body, start, (row) => headingLevel(nodesOf(row)));
    parts.push(body.slice(start, end));
    start = end;
  }
  for (const note of article.rows.filter(isNote)) {
    const labels = new Set(nodesOf(note).map((node) => node.attrs?.label));
    const home = parts.find((part) => part.some((row) => refersTo(nodesOf(row), labels)));
    (home ?? parts.at(-1))?.push(note);
  }
  return parts;
}

function endOfPart(
  rows: readonly Row[],
  start: number,
  levelOf: (row: Row) => number | null,
): number {
  const limit = start + maxRows;
  if (rows.length <= limit) return rows.length;
  let best = limit;
  let bestLevel = Number.POSITIVE_INFINITY;
  for (let index = limit; index > start + maxRows / 2; index -= 1) {
    const row = rows[index];
    const level = row ? levelOf(row) : null;
    if (level !== null && level < bestLevel) [best, bestLevel] = [index, level];
  }
  return best;
}

function headingLevel([first]: readonly ContentNode[]): number | null {
  return first?.type === "heading" ? Number(first.attrs?.level ?? 1) : null;
}

function refersTo(nodes: readonly ContentNode[], labels: ReadonlySet<unknown>): boolean {
  return nodes.some(
    (node) =>
      (node.type === "footnoteReference" && labels.has(node.attrs?.label)) ||
      refersTo(node.content ?? [], labels),
  );
}
