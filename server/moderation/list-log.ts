import "server-only";
import { mayModerate } from "@/core/audience/moderation-policy";
import type { ModerationLine } from "@/core/moderation/moderation-view";
import type { Viewer } from "@/core/viewer/viewer";
import type { Prisma } from "@/prisma/generated/client";
import { loadAccess } from "../audience/load-access";
import { db } from "../db";
import { moderatedGroups } from "./moderated-by";

const SHOWN = 100;

/** What moderators did in what the viewer looks after, the latest first. */
export async function listLog(viewer: Viewer): Promise<readonly ModerationLine[]> {
  const access = await loadAccess(viewer);
  const logs: Prisma.ModerationEntryWhereInput[] = [{ groupId: { in: moderatedGroups(access) } }];
  if (mayModerate(access, null)) logs.push({ groupId: null });
  const rows = await db().moderationEntry.findMany({
    where: { OR: logs },
    orderBy: { sequence: "desc" },
    take: SHOWN,
    select: {
      ...{ sequence: true, act: true, reason: true, createdAt: true },
      actor: { select: { name: true } },
      subject: { select: { name: true } },
      group: { select: { name: true } },
    },
  });
  return rows.map(({ sequence, act, reason, createdAt, actor, subject, group }) => ({
    ...{ sequence: String(sequence), act, reason },
    actorName: actor?.name || null,
    subjectName: subject?.name || null,
    groupName: group?.name ?? null,
    createdAt: createdAt.toISOString(),
  }));
}
