import "server-only";
import type { LiveMessage } from "@/core/annotation/live-message";
import type { Access } from "@/core/audience/access";
import { maySeeAnnotation } from "@/core/audience/annotation-policy";
import type { FeedEntry } from "./load-changes";

/** What one reader is told of an entry of the feed; `null` where it is not for them. */
export function messageFor(access: Access, entry: FeedEntry): LiveMessage | null {
  const { annotation, articleSlug, former } = entry;
  const base = {
    articleSlug,
    annotationId: annotation.id,
    revision: annotation.revision,
    isReply: entry.isReply,
    isOwn: access.viewer !== null && entry.actorId === access.viewer.id && !isByModeration(entry),
  };
  if (maySeeAnnotation(access, annotation)) {
    const isNew = entry.kind === "created" && !entry.isReply;
    return { ...base, kind: isNew ? "new" : "changed" };
  }
  const was = { ...annotation, ...former, isDeleted: false, moderation: "shown" as const };
  const sawIt = former !== null && maySeeAnnotation(access, was);
  const isOwnGone = annotation.isDeleted && annotation.ownerId === access.viewer?.id;
  return sawIt || isOwnGone ? { ...base, kind: "gone" } : null;
}

/** Its author did not do it, and hears of it. What they bring back themselves looks the same: they are told of that as well. */
function isByModeration({ kind, annotation, former }: FeedEntry): boolean {
  return kind === "restored" || (former !== null && annotation.moderation !== "shown");
}
