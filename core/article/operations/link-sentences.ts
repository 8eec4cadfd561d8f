import type { Article } from "../article";
import { sideOf } from "../article-index";
import { languages } from "../language";
import { type Edited, edited } from "./edited";
import { type OperationOf, refused, type Stamp } from "./operation";
import { openBeads, regroup } from "./regroup";
import { spanRows } from "./span-rows";

/**
 * Links sentences of both sides with each other, as many as are named and wherever they stand, so that links may cross; each
 * leaves what it was linked to. Where they stand in several rows, those become one.
 */
export function linkSentences(
  article: Article,
  { sentences }: OperationOf<"link-sentences">,
  stamp: Stamp,
): Edited {
  const open = openBeads(article, sentences);
  if (!open.ok) return open;
  const [from] = open.beads;
  if (!from || !languages.every((side) => sentences.some((id) => sideOf(id) === side))) {
    return refused("one-side");
  }
  const isLinked =
    open.beads.length === 1 && new Set(sentences).size === from.de.length + from.en.length;
  if (isLinked) return refused("already-so");
  return edited(spanRows(regroup(article, [{ from, sentences }], stamp), sentences));
}
