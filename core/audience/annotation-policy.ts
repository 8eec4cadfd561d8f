import { type Access, type Grant, membershipIn } from "./access";
import { type ArticleAccess, mayReadArticle } from "./article-policy";

/** Who sees an annotation, besides whoever made it. */
export const annotationAudiences = ["me", "group", "link", "public"] as const;

export type AnnotationAudience = (typeof annotationAudiences)[number];

/** An audience with the group that it names. A private thread is a group too, of a teacher and a student. */
export type Audience = {
  readonly audience: AnnotationAudience;
  /** `null` unless the audience is a group. */
  readonly groupId: string | null;
};

/** What moderators made of it: held until one has looked at it, hidden for now, removed for good. */
/** What keeps an annotation or an answer from all but its maker. */
export const withholdings = ["held", "hidden", "removed"] as const;
export const moderations = ["shown", ...withholdings] as const;

export type Moderation = (typeof moderations)[number];

export type AnnotationAccess = Audience & {
  readonly id: string;
  readonly ownerId: string;
  readonly moderation: Moderation;
  readonly isDeleted: boolean;
  readonly article: ArticleAccess;
};

/**
 * Whoever made it always sees it. Others see what is public or for a group of theirs, on articles that they may read,
 * and what a link of theirs opens, unless it is held back by moderation. No role in the installation opens anything.
 */
export function maySeeAnnotation(access: Access, annotation: AnnotationAccess): boolean {
  if (annotation.isDeleted) return false;
  if (isOwn(access, annotation)) return true;
  if (annotation.moderation !== "shown") return false;
  if (access.grants.some((grant) => opens(grant, annotation))) return true;
  if (!mayReadArticle(access, annotation.article)) return false;
  if (annotation.audience === "public") return true;
  return annotation.audience === "group" && membershipIn(access, annotation.groupId) !== null;
}

/** A reply has the audience of its thread. A link shows a thread; answering needs more than that. */
export function mayAnswerAnnotation(access: Access, annotation: AnnotationAccess): boolean {
  if (!access.viewer) return false;
  if (!maySeeAnnotation({ ...access, grants: [] }, annotation)) return false;
  return annotation.audience !== "group" || mayWriteInGroup(access, annotation.groupId);
}

/** Its words, its place, its colour and its audience are changed by whoever made it, and by nobody else. */
export function mayChangeAnnotation(access: Access, annotation: AnnotationAccess): boolean {
  return !annotation.isDeleted && isOwn(access, annotation);
}

/** Whether the viewer may give an annotation of theirs to this audience. */
export function mayShareWith(access: Access, { audience, groupId }: Audience): boolean {
  if (!access.viewer) return false;
  if (audience === "group") return groupId !== null && mayWriteInGroup(access, groupId);
  return groupId === null;
}

/** A reader of a group reads along; in an archived one everybody does. */
function mayWriteInGroup(access: Access, groupId: string | null): boolean {
  const membership = membershipIn(access, groupId);
  return membership !== null && membership.role !== "reader" && !membership.isArchived;
}

function isOwn({ viewer }: Access, { ownerId }: AnnotationAccess): boolean {
  return viewer !== null && viewer.id === ownerId;
}

/** A link opens what is meant for links or for everyone; that of a group opens what is for the group. */
function opens(grant: Grant, annotation: AnnotationAccess): boolean {
  const isForLinks = annotation.audience === "link" || annotation.audience === "public";
  switch (grant.kind) {
    case "annotation":
      return isForLinks && annotation.id === grant.annotationId;
    case "notes":
      return (
        isForLinks &&
        annotation.ownerId === grant.ownerId &&
        annotation.article.id === grant.articleId
      );
    case "group":
      return (
        annotation.audience === "group" &&
        annotation.groupId === grant.groupId &&
        (grant.articleId === null || annotation.article.id === grant.articleId)
      );
    case "article":
      return false;
  }
}
