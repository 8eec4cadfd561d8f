import type { Operation } from "../article/operations/operation";
import type { Viewer } from "../viewer/viewer";
import type { ArticleAccess } from "./article-policy";

/** What somebody may do to an article that they may read. */
export type WorkRights = {
  /** See it in the workbench, comment on its rows, verify its beads. */
  readonly mayReview: boolean;
  /** Change its text, its rows and its links, and restore versions. */
  readonly mayEdit: boolean;
  /** Put it into the library, or take it out. */
  readonly mayPublish: boolean;
  readonly mayDelete: boolean;
};

const none: WorkRights = {
  mayReview: false,
  mayEdit: false,
  mayPublish: false,
  mayDelete: false,
};

/**
 * Owners and editors work on whatever they may read, reviewers verify it. Whoever imported an article works on it while it
 * is theirs alone; once it is in the library, its text is the editors'.
 */
export function workRights(
  viewer: Viewer | null,
  article: Pick<ArticleAccess, "audience" | "importedById">,
): WorkRights {
  if (!viewer) return none;
  const isEditor = viewer.role === "owner" || viewer.role === "editor";
  const isOwnDraft = article.importedById === viewer.id && article.audience !== "library";
  return {
    mayReview: isEditor || viewer.role === "reviewer" || isOwnDraft,
    mayEdit: isEditor || isOwnDraft,
    mayPublish: isEditor,
    mayDelete: viewer.role === "owner" || isOwnDraft,
  };
}

/** Reviewers say whether a bead is right, and change nothing else. */
export function mayDo(rights: WorkRights, kind: Operation["kind"]): boolean {
  return rights.mayEdit || (rights.mayReview && kind === "set-status");
}
