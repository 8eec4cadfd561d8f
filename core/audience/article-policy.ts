import { type Access, membershipIn } from "./access";

/** Who an article is for: a draft for whoever imported it, the library for everyone. */
export const articleAudiences = ["draft", "group", "link", "library"] as const;

export type ArticleAudience = (typeof articleAudiences)[number];

export type ArticleAccess = {
  readonly id: string;
  readonly audience: ArticleAudience;
  /** Whom it is for, where the audience is a group. */
  readonly groupId: string | null;
  /** `null`: by the operator, on the command line or from the content folder. */
  readonly importedById: string | null;
};

/**
 * Everyone reads the library, a group what is for it, whoever holds its link what is for that, and those who publish,
 * who make such links. Its importer always reads an article; the installation's owners read what the operator imported.
 */
export function mayReadArticle(access: Access, article: ArticleAccess): boolean {
  if (article.audience === "library") return true;
  if (article.audience === "link" && isGranted(access, article)) return true;
  const { viewer } = access;
  if (!viewer) return false;
  if (article.audience === "link" && mayPublish(access)) return true;
  if (article.audience === "group" && membershipIn(access, article.groupId)) return true;
  if (article.importedById === null) return viewer.role === "owner";
  return article.importedById === viewer.id;
}

/** Into the library, for everyone: for whoever answers for what stands there. */
export function mayPublish({ viewer }: Pick<Access, "viewer">): boolean {
  return viewer?.role === "owner" || viewer?.role === "editor";
}

function isGranted({ grants }: Access, { id }: ArticleAccess): boolean {
  return grants.some((grant) => grant.kind === "article" && grant.articleId === id);
}
