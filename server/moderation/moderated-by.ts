import "server-only";
import type { Access } from "@/core/audience/access";
import { mayModerate } from "@/core/audience/moderation-policy";
import type { Prisma } from "@/prisma/generated/client";

/** `mayModerateAnnotation` as a filter: what is in the viewer's hands, and nothing else. */
export function moderatedBy(access: Access): Prisma.AnnotationWhereInput {
  const hands: Prisma.AnnotationWhereInput[] = [
    { audience: "group", groupId: { in: moderatedGroups(access) } },
  ];
  if (mayModerate(access, null)) {
    hands.push({ audience: "public" }, { reports: { some: { groupId: null } } });
  }
  return {
    deletedAt: null,
    audience: { not: "me" },
    ownerId: { not: access.viewer?.id ?? "" },
    OR: hands,
  };
}

/** Reports that wait in a queue of the viewer's. */
export function openReports(access: Access): Prisma.NoteReportWhereInput {
  const queues: Prisma.NoteReportWhereInput[] = [{ groupId: { in: moderatedGroups(access) } }];
  if (mayModerate(access, null)) queues.push({ groupId: null });
  return { closedAt: null, OR: queues };
}

export function moderatedGroups(access: Access): string[] {
  const ids = access.memberships.map(({ groupId }) => groupId);
  return ids.filter((groupId) => mayModerate(access, groupId));
}
