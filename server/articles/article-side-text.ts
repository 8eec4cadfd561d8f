import "server-only";
import { type SideText, sideText } from "@/core/annotation/side-text";
import type { Article } from "@/core/article/article";
import { blockText } from "@/core/article/content";
import type { Language } from "@/core/article/language";

/** The text of one side of an article as anchors see it. */
export function articleSideText(article: Article, language: Language): SideText {
  const blocks = article.sides[language].blocks.map(({ id, node, sentences, mergedIds }) => ({
    id,
    text: blockText(node),
    sentences,
    mergedIds,
  }));
  return sideText(language, blocks);
}
