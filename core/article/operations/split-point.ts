import type { Article } from "../article";
import { findBead, rowBeads, rowOf, rowSentences, sideOf } from "../article-index";
import { otherLanguage } from "../language";
import type { OperationOf } from "./operation";

/** How a row would be split before a sentence so that no bead is torn; `null` where that cannot be. */
export function splitPoint(article: Article, sentence: string): OperationOf<"split-row"> | null {
  const row = rowOf(article, sentence)?.row;
  const bead = findBead(article, sentence)?.bead;
  if (!row || !bead) return null;
  const side = sideOf(sentence);
  const other = otherLanguage(side);
  const own = rowSentences(article, row, side);
  const later = new Set(own.slice(own.indexOf(sentence)));
  const theirs = rowSentences(article, row, other);
  const tied = rowBeads(article, row).filter((each) => each[side].some((id) => later.has(id)));
  const first = theirs.find((id) => tied.some((each) => each[other].includes(id)));
  // What stands alone on the other side goes with what is before it, unless nothing there follows.
  const at = first ?? null;
  return {
    kind: "split-row",
    row: row.id,
    at: side === "de" ? { de: sentence, en: at } : { de: at, en: sentence },
  };
}
