import "server-only";
import type { AnnotationAudience, Moderation } from "@/core/audience/annotation-policy";
import type { Viewer } from "@/core/viewer/viewer";
import type { Transaction } from "../db";
import { env } from "../env";
import { tellModerators } from "./tell-moderators";

/**
 * What moderation makes of something that gets this audience now: where the operator chose so, the first that somebody
 * shows everyone waits until a moderator has let one through. What was hidden stays so, whatever its maker does.
 */
export async function moderationFor(
  transaction: Transaction,
  viewer: Viewer,
  audience: AnnotationAudience,
  moderation: Moderation = "shown",
): Promise<Moderation> {
  if (moderation === "hidden" || moderation === "removed") return moderation;
  if (audience !== "public") return "shown";
  if (!(await mustWait(transaction, viewer))) return "shown";
  await tellModerators(transaction, null);
  return "held";
}

async function mustWait(transaction: Transaction, viewer: Viewer): Promise<boolean> {
  if (!env().holdsFirstNotes || viewer.role !== "reader") return false;
  const isKnown = await transaction.moderationEntry.count({
    where: { subjectId: viewer.id, act: "release" },
  });
  if (isKnown > 0) return false;
  // Whoever wrote for everyone before the operator chose so is no newcomer.
  const shown = await transaction.annotation.count({
    where: { ownerId: viewer.id, audience: "public", moderation: "shown", deletedAt: null },
  });
  return shown === 0;
}
