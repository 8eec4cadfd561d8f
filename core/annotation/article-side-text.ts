import type { Article } from "../article/article";
import { blockText } from "../article/content";
import type { Language } from "../article/language";
import { type SideText, sideText } from "./side-text";

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
