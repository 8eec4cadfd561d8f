import type { Article } from "@/core/article/article";
import { findBead, rowOf, rowSentences, sideOf } from "@/core/article/article-index";
import { checkStateOf } from "@/core/article/confidence";
import { type Language, languages, otherLanguage } from "@/core/article/language";

/** The sentences of one side in reading order, for walking. */
function sentencesOf(article: Article, side: Language): readonly string[] {
  return article.sides[side].blocks.flatMap((block) => block.sentences.map(({ id }) => id));
}

/** The sentence after or before one on its side; the same at the edge. */
export function neighbour(article: Article, sentence: string, by: 1 | -1): string {
  const found = rowOf(article, sentence);
  const side = sideOf(sentence);
  if (!found) return firstSentence(article) ?? sentence;
  const own = rowSentences(article, found.row, side);
  const next = own[own.indexOf(sentence) + by];
  if (next) return next;
  for (let index = found.index + by; ; index += by) {
    const row = article.rows[index];
    if (!row) return sentence;
    const there = rowSentences(article, row, side);
    const edge = there.at(by === 1 ? 0 : -1);
    if (edge) return edge;
    const across = rowSentences(article, row, otherLanguage(side)).at(by === 1 ? 0 : -1);
    if (across) return across;
  }
}

/** Where the same bead stands on the other side, else the row's first sentence there. */
export function counterpart(article: Article, sentence: string): string {
  const other = otherLanguage(sideOf(sentence));
  const partner = findBead(article, sentence)?.bead[other][0];
  if (partner) return partner;
  const row = rowOf(article, sentence)?.row;
  return (row && rowSentences(article, row, other)[0]) ?? sentence;
}

/** The first sentence of the next row that is not verified, from the one after this on and round again. */
export function nextOpen(article: Article, sentence: string): string | null {
  const start = rowOf(article, sentence)?.index ?? 0;
  const { rows } = article;
  for (let step = 1; step <= rows.length; step += 1) {
    const row = rows[(start + step) % rows.length];
    if (!row) continue;
    const open = languages
      .flatMap((side) => rowSentences(article, row, side))
      .find((id) => {
        const bead = findBead(article, id)?.bead;
        return bead && checkStateOf(bead) !== "verified";
      });
    if (open) return open;
  }
  return null;
}

/** A sentence that is still there: the one that is asked for, else the first of its old row's place. */
export function standing(
  article: Article,
  sentence: string | null,
  rowIndex: number,
): string | null {
  if (sentence && findBead(article, sentence)) return sentence;
  for (let index = Math.min(rowIndex, article.rows.length - 1); index >= 0; index -= 1) {
    const row = article.rows[index];
    const first = row && languages.flatMap((side) => rowSentences(article, row, side))[0];
    if (first) return first;
  }
  return firstSentence(article);
}

function firstSentence(article: Article): string | null {
  return sentencesOf(article, "de")[0] ?? sentencesOf(article, "en")[0] ?? null;
}
