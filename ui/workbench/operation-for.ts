import type { Article, Row } from "@/core/article/article";
import { findSentence, rowOf, rowSentences, sideOf } from "@/core/article/article-index";
import { languages } from "@/core/article/language";
import type { Operation } from "@/core/article/operations/operation";
import { splitPoint } from "@/core/article/operations/split-point";
import type { WorkAct } from "./work-acts";

/** Where the editor stands. */
export type Place = {
  readonly sentence: string;
  /** Sentences that were marked to be linked. */
  readonly marked: readonly string[];
  /** The rows that were selected, else the one that holds the sentence. */
  readonly rows: readonly Row[];
};

/** The operation that an act means at a place; `null` where it means none there. */
export function operationFor(act: WorkAct, article: Article, place: Place): Operation | null {
  const { sentence, marked, rows } = place;
  const all = rows.flatMap((row) => languages.flatMap((side) => rowSentences(article, row, side)));
  const chosen = marked.length > 0 ? [...new Set([...marked, sentence])] : [sentence];
  switch (act) {
    case "verify":
      return { kind: "set-status", sentences: all, status: "verified" };
    case "review":
      return { kind: "set-status", sentences: all, status: "needs-review" };
    case "reopen":
      return { kind: "set-status", sentences: all, status: "proposed" };
    case "lock":
      return { kind: "set-lock", sentences: all, isLocked: !isAllLocked(article, all) };
    case "remove":
      return { kind: "delete-sentences", sentences: chosen };
    case "mergeSentences":
      return following(article, sentence, "merge-sentences");
    case "swap":
      return marked.length === 1 && marked[0] && marked[0] !== sentence
        ? { kind: "swap-partners", sentences: [marked[0], sentence] }
        : following(article, sentence, "swap-partners");
    case "moveUp":
      return { kind: "move-sentence", sentence, direction: "up" };
    case "moveDown":
      return { kind: "move-sentence", sentence, direction: "down" };
    case "mergeRows":
      return mergeRows(article, rows);
    case "splitRow":
      return splitPoint(article, sentence);
    case "link":
      return { kind: "link-sentences", sentences: chosen };
    case "unlink":
      return { kind: "unlink-sentences", sentences: chosen };
    default:
      return null;
  }
}

/** The pair that is to be pinned: what is marked on the other side, and the sentence itself. */
export function pinOf({
  sentence,
  marked,
}: Place): { readonly de: string; readonly en: string } | null {
  const other = marked.filter((id) => sideOf(id) !== sideOf(sentence));
  const [partner] = other;
  if (!partner || other.length > 1) return null;
  return sideOf(sentence) === "de" ? { de: sentence, en: partner } : { de: partner, en: sentence };
}

function isAllLocked(article: Article, sentences: readonly string[]): boolean {
  return article.beads
    .filter(({ de, en }) => [...de, ...en].some((id) => sentences.includes(id)))
    .every(({ isLocked }) => isLocked);
}

function following(
  article: Article,
  sentence: string,
  kind: "merge-sentences" | "swap-partners",
): Operation | null {
  const row = rowOf(article, sentence)?.row;
  if (!row) return null;
  const own = rowSentences(article, row, sideOf(sentence));
  const next = own[own.indexOf(sentence) + 1];
  if (!next || !findSentence(article, next)) return null;
  return { kind, sentences: [sentence, next] };
}

function mergeRows(article: Article, rows: readonly Row[]): Operation | null {
  const [first] = rows;
  if (!first) return null;
  if (rows.length > 1) return { kind: "merge-rows", rows: rows.map(({ id }) => id) };
  const next = article.rows[article.rows.indexOf(first) + 1];
  return next ? { kind: "merge-rows", rows: [first.id, next.id] } : null;
}
