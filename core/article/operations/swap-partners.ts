import type { Article } from "../article";
import { findBead, sideOf } from "../article-index";
import { type Edited, edited, rejoin, replaceBeads } from "./edited";
import { type OperationOf, refused, type Stamp } from "./operation";
import { openBeads } from "./regroup";
import { spanRows } from "./span-rows";

/** Two beads exchange what they hold of one side: links that ran side by side cross, and crossing ones run side by side. */
export function swapPartners(
  article: Article,
  { sentences }: OperationOf<"swap-partners">,
  stamp: Stamp,
): Edited {
  const [first, second] = sentences;
  const side = sideOf(first);
  if (sideOf(second) !== side) return refused("both-sides");
  const open = openBeads(article, sentences);
  if (!open.ok) return open;
  const a = findBead(article, first)?.bead;
  const b = findBead(article, second)?.bead;
  if (!a || !b) return refused("unknown");
  if (a === b) return refused("already-so");
  const replacements = new Map([
    [a, [rejoin(a, { ...a, [side]: b[side] }, stamp)]],
    [b, [rejoin(b, { ...b, [side]: a[side] }, stamp)]],
  ]);
  const swapped = replaceBeads(article, replacements);
  return edited(spanRows(swapped, [...a.de, ...a.en, ...b.de, ...b.en]));
}
