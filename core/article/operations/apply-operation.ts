import type { Article } from "../article";
import { invert, type PositionMap } from "../position-map";
import { deleteSentences } from "./delete-sentences";
import { editFrontMatter } from "./edit-front-matter";
import { editText } from "./edit-text";
import type { Edited } from "./edited";
import { insertSentence } from "./insert-sentence";
import { linkSentences } from "./link-sentences";
import { mergeRows } from "./merge-rows";
import { mergeSentences } from "./merge-sentences";
import { moveSentence } from "./move-sentence";
import type { Operation, Refused, Stamp } from "./operation";
import { type Patch, patchBetween } from "./patch";
import { realign } from "./realign";
import { setLock } from "./set-lock";
import { setStatus } from "./set-status";
import { splitRow } from "./split-row";
import { splitSentence } from "./split-sentence";
import { swapPartners } from "./swap-partners";
import { unlinkSentences } from "./unlink-sentences";

export type Applied =
  | {
      readonly ok: true;
      readonly article: Article;
      /** From the article before to the one after, for a log; what was done is not worked out again. */
      readonly change: Patch;
      /** The way back. */
      readonly inverse: Patch;
      readonly map: PositionMap;
    }
  | Refused;

/** Does to an article what an editor asked for, or says why that cannot be; the article itself never changes. */
export function applyOperation(article: Article, operation: Operation, stamp: Stamp): Applied {
  const result = act(article, operation, stamp);
  if (!result.ok) return result;
  const { article: after, map } = result;
  return {
    ok: true,
    article: after,
    change: patchBetween(article, after, map),
    inverse: patchBetween(after, article, invert(map)),
    map,
  };
}

function act(article: Article, operation: Operation, stamp: Stamp): Edited {
  switch (operation.kind) {
    case "merge-rows":
      return mergeRows(article, operation);
    case "split-row":
      return splitRow(article, operation);
    case "move-sentence":
      return moveSentence(article, operation, stamp);
    case "swap-partners":
      return swapPartners(article, operation, stamp);
    case "link-sentences":
      return linkSentences(article, operation, stamp);
    case "unlink-sentences":
      return unlinkSentences(article, operation, stamp);
    case "merge-sentences":
      return mergeSentences(article, operation, stamp);
    case "split-sentence":
      return splitSentence(article, operation);
    case "insert-sentence":
      return insertSentence(article, operation, stamp);
    case "delete-sentences":
      return deleteSentences(article, operation, stamp);
    case "edit-text":
      return editText(article, operation, stamp);
    case "edit-front-matter":
      return editFrontMatter(article, operation);
    case "set-status":
      return setStatus(article, operation, stamp);
    case "set-lock":
      return setLock(article, operation, stamp);
    case "realign":
      return realign(article, operation, stamp);
  }
}
