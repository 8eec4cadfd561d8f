import "server-only";
import { z } from "zod";
import type { GroupRole } from "@/core/audience/access";
import { type GroupAct, mayInGroup } from "@/core/audience/group-policy";
import type { Viewer } from "@/core/viewer/viewer";
import { type Database, db, type Transaction } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";

export type Seat = { readonly ok: true; readonly role: GroupRole };

/**
 * The viewer's place in a group, if they may do this there. Whoever is not in it does not learn that there is one; an
 * archived group can only be opened again.
 */
export async function seatFor(
  viewer: Viewer,
  groupId: string,
  act: GroupAct | "read",
  client: Database | Transaction = db(),
): Promise<Seat | Refusal> {
  const role = await roleOf(viewer.id, groupId, client);
  if (!role) return refusal("not-found");
  if (act === "read") return { ok: true, role };
  if (!mayInGroup(role, act)) return refusal("not-allowed");
  if (act === "archive") return { ok: true, role };
  const { archivedAt } = await client.group.findUniqueOrThrow({ where: { id: groupId } });
  return archivedAt ? refusal("archived") : { ok: true, role };
}

/** Somebody's role in a group; `null` when they are not in it, or it is not there. */
export async function roleOf(
  userId: string,
  groupId: string,
  client: Database | Transaction = db(),
): Promise<GroupRole | null> {
  if (!z.uuid().safeParse(groupId).success) return null;
  const row = await client.membership.findUnique({
    where: { groupId_userId: { groupId, userId } },
    select: { role: true },
  });
  return row?.role ?? null;
}

/** Those who change who is in a group wait for each other, so that no group is ever left without an owner. */
export async function lockGroup(transaction: Transaction, groupId: string): Promise<void> {
  await transaction.$queryRaw`SELECT id FROM "group" WHERE id::text = ${groupId} FOR UPDATE`;
}
