import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import { Prisma } from "@/prisma/generated/client";
import { auth } from "../auth";
import { db, type Transaction } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import { mayTryPassword } from "../http/rate-limits";
import { orRefusal } from "./auth-refusal";
import { ghostId } from "./ghost";

/**
 * Deletes the viewer's account and everything they wrote, for good. Where others have answered, their answers stay, and
 * the place of the annotation with them; its words, its tags and its maker are gone.
 */
export async function deleteAccount(
  viewer: Viewer,
  requestHeaders: Headers,
  password: string | null,
): Promise<Refusal | null> {
  const refused = await checkPassword(viewer, requestHeaders, password);
  if (refused) return refused;
  await eraseAccount(viewer.id);
  return null;
}

/** The account of this id and everything of it, whoever asks for that. */
export async function eraseAccount(id: string): Promise<void> {
  await db().$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT id FROM "user" WHERE id = ${id} FOR UPDATE`;
    await emptyAnnotations(transaction, id);
    await emptyWords(transaction, id);
    await handOverGroups(transaction, id);
    await handOverArticles(transaction, id);
    await transaction.verification.deleteMany({ where: { value: id } });
    await transaction.user.deleteMany({ where: { id } });
  });
}

/** An account with a password is deleted by whoever knows it, not by whoever finds the computer open. */
async function checkPassword(
  viewer: Viewer,
  requestHeaders: Headers,
  password: string | null,
): Promise<Refusal | null> {
  const where = { userId: viewer.id, password: { not: null } };
  if ((await db().account.count({ where })) === 0) return null;
  if (password === null) return refusal("wrong-credentials");
  const limit = mayTryPassword(requestHeaders, viewer.id, true);
  if (!limit.ok) return limit;
  const asked = await orRefusal(
    auth().api.verifyPassword({ body: { password }, headers: requestHeaders }),
  );
  return "ok" in asked ? asked : null;
}

/** Those that others have answered stay as deleted ones, as the place their answers hang on; the others go. */
async function emptyAnnotations(transaction: Transaction, id: string): Promise<void> {
  const answered: Prisma.AnnotationWhereInput = {
    ownerId: id,
    replies: { some: { deletedAt: null, OR: [{ authorId: null }, { authorId: { not: id } }] } },
  };
  const kept = await transaction.annotation.findMany({ where: answered, select: { id: true } });
  const where = { id: { in: kept.map((annotation) => annotation.id) } };
  await transaction.annotationTag.deleteMany({ where: { annotation: where } });
  await transaction.annotationIndex.deleteMany({ where: { annotation: where } });
  await transaction.annotation.updateMany({
    where,
    data: {
      ownerId: await ghostId(transaction),
      note: Prisma.DbNull,
      deletedAt: new Date(),
      revision: { increment: 1 },
    },
  });
  await transaction.annotation.deleteMany({ where: { ownerId: id } });
}

/** Answers and remarks keep their place in a conversation, without their words. */
async function emptyWords(transaction: Transaction, id: string): Promise<void> {
  const deletedAt = new Date();
  const note = { type: "doc", content: [] };
  await transaction.reply.updateMany({ where: { authorId: id }, data: { note, deletedAt } });
  await transaction.rowComment.updateMany({
    where: { authorId: id },
    data: { text: "", deletedAt },
  });
  await transaction.textReport.updateMany({ where: { reporterId: id }, data: { text: "" } });
  await transaction.noteReport.updateMany({ where: { reporterId: id }, data: { text: "" } });
}

/** A group goes on under whoever has been there longest with the most to say; one without anybody else goes too. */
async function handOverGroups(transaction: Transaction, id: string): Promise<void> {
  const memberships = await transaction.membership.findMany({ where: { userId: id } });
  for (const { groupId, role } of memberships) {
    const others = await transaction.membership.findMany({
      where: { groupId, userId: { not: id } },
      // The roles stand in the schema from the mightiest to the least.
      orderBy: [{ role: "asc" }, { joinedAt: "asc" }, { userId: "asc" }],
    });
    const heir = others[0];
    if (!heir) {
      await transaction.group.delete({ where: { id: groupId } });
      continue;
    }
    if (role !== "owner" || heir.role === "owner") continue;
    await transaction.membership.update({
      where: { groupId_userId: { groupId, userId: heir.userId } },
      data: { role: "owner" },
    });
  }
}

/** What nobody else was to read goes; what was published for others stays, as the operator's. */
async function handOverArticles(transaction: Transaction, id: string): Promise<void> {
  const own = { importedById: id };
  await transaction.article.deleteMany({
    where: { ...own, audience: { in: ["draft", "link"] } },
  });
  await transaction.article.updateMany({ where: own, data: { importedById: null } });
}
