import type { Article } from "../article";
import { type Edited, edited, replaceSide } from "./edited";
import { type OperationOf, refused } from "./operation";

/** Headline, byline and what else stands above and below the text of a side. */
export function editFrontMatter(
  article: Article,
  { side, frontMatter }: OperationOf<"edit-front-matter">,
): Edited {
  const before = article.sides[side];
  if (JSON.stringify(before.frontMatter) === JSON.stringify(frontMatter)) {
    return refused("already-so");
  }
  return edited(replaceSide(article, { ...before, frontMatter }));
}
