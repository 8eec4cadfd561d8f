import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import { lockGroup, roleOf, seatFor } from "./membership";

/**
 * The private thread of a teacher with one student: a group of the two within the class, so that everything that
 * holds for groups holds for it. There is one for each pair, however often it is opened.
 */
export async function openThread(
  viewer: Viewer,
  groupId: string,
  userId: string,
): Promise<{ readonly ok: true; readonly id: string } | Refusal> {
  return db().$transaction(async (transaction) => {
    await lockGroup(transaction, groupId);
    const seat = await seatFor(viewer, groupId, "openThread", transaction);
    if (!seat.ok) return seat;
    const group = await transaction.group.findUniqueOrThrow({ where: { id: groupId } });
    if (group.parentId !== null) return refusal("not-allowed");
    if (userId === viewer.id || !(await roleOf(userId, groupId, transaction))) {
      return refusal("not-found");
    }
    const known = await transaction.group.findFirst({
      where: {
        parentId: groupId,
        AND: [viewer.id, userId].map((id) => ({ members: { some: { userId: id } } })),
      },
      select: { id: true },
    });
    if (known) return { ok: true, id: known.id };
    const student = await transaction.user.findUniqueOrThrow({ where: { id: userId } });
    const { id } = await transaction.group.create({
      data: {
        name: `${group.name} · ${student.name}`.slice(0, 80),
        parentId: groupId,
        members: {
          create: [
            { userId: viewer.id, role: "owner" },
            { userId, role: "member" },
          ],
        },
      },
      select: { id: true },
    });
    return { ok: true, id };
  });
}
