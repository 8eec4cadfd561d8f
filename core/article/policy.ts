import type { Viewer } from "../viewer/viewer";

/** Who an article is for: a draft for whoever imported it, the library for everyone. */
export const articleAudiences = ["draft", "library"] as const;

export type ArticleAudience = (typeof articleAudiences)[number];

export type ArticleAccess = {
  readonly audience: ArticleAudience;
  /** `null`: by the operator, on the command line or from the content folder. */
  readonly importedById: string | null;
};

/** Everyone reads the library; a draft is read by its importer, the operator's drafts by the installation's owners. */
export function mayReadArticle(viewer: Viewer | null, article: ArticleAccess): boolean {
  if (article.audience === "library") return true;
  if (!viewer) return false;
  if (article.importedById === null) return viewer.role === "owner";
  return article.importedById === viewer.id;
}
