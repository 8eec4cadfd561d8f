import type { Article } from "../article/article";
import { type CheckOptions, checkDocument } from "./check-document";
import { documentOfArticle } from "./document-of-article";
import type { Finding } from "./finding";

/** What a person should look at in an article, in its order. The same article and options always give the same findings. */
export function checkArticle(article: Article, options: CheckOptions): Finding[] {
  return checkDocument(documentOfArticle(article), options);
}
