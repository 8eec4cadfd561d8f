import "server-only";
import { z } from "zod";
import type { Language } from "@/core/article/language";
import type { GroupRole } from "@/core/audience/access";
import { mayInviteAs } from "@/core/audience/group-policy";
import type { newInvitationSchema } from "@/core/groups/group-input";
import type { Viewer } from "@/core/viewer/viewer";
import { db, type Transaction } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import { mayAskForMail, mayOpenLink } from "../http/rate-limits";
import { sendMail } from "../mail/send-mail";
import { writeInvitation } from "../mail/write-mail";
import { notify } from "../notifications/notify";
import { hashSecret, makeSecret } from "../secret-token";
import { isBanned } from "./bans";
import { lockGroup, roleOf, seatFor } from "./membership";

const DAY_MS = 24 * 60 * 60 * 1000;

export type InvitationEntry = {
  readonly id: string;
  readonly role: GroupRole;
  readonly email: string | null;
  readonly expiresAt: string | null;
  readonly uses: number;
  readonly maxUses: number | null;
};

/** Makes a link into a group. This is the only time that its token can be seen; with an address it is sent there too. */
export async function makeInvitation(
  viewer: Viewer,
  groupId: string,
  { role, days, maxUses, email }: z.infer<typeof newInvitationSchema>,
  { language, headers }: { readonly language: Language; readonly headers: Headers },
): Promise<{ readonly ok: true; readonly id: string; readonly path: string } | Refusal> {
  const seat = await seatFor(viewer, groupId, "invite");
  if (!seat.ok) return seat;
  if (!mayInviteAs(seat.role, role)) return refusal("not-allowed");
  const limit = email ? mayAskForMail(headers, email.toLowerCase()) : ({ ok: true } as const);
  if (!limit.ok) return limit;

  const { token, tokenHash } = makeSecret();
  const { id, group, createdBy } = await db().invitation.create({
    data: {
      ...{ groupId, tokenHash, role, email, createdById: viewer.id },
      maxUses: email ? 1 : maxUses,
      expiresAt: days === null ? null : new Date(Date.now() + days * DAY_MS),
    },
    select: {
      id: true,
      group: { select: { name: true } },
      createdBy: { select: { name: true } },
    },
  });
  const path = `/join/${token}`;
  if (email) {
    const from = createdBy.name || group.name;
    void sendMail(writeInvitation(language, { to: email, path, group: group.name, from }));
  }
  return { ok: true, id, path };
}

/** Ends an invitation at once, for everybody who still has its link. */
export async function revokeInvitation(
  viewer: Viewer,
  groupId: string,
  id: string,
): Promise<Refusal | null> {
  const seat = await seatFor(viewer, groupId, "invite");
  if (!seat.ok) return seat;
  if (!z.uuid().safeParse(id).success) return refusal("not-found");
  const { count } = await db().invitation.updateMany({
    where: { id, groupId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return count > 0 ? null : refusal("not-found");
}

export type Welcome = {
  readonly group: { readonly id: string; readonly name: string; readonly description: string };
  readonly role: GroupRole;
  readonly memberCount: number;
};

/** What an invitation is to; `null` when it opens nothing, whatever the reason. */
export async function findInvitation(headers: Headers, token: string): Promise<Welcome | null> {
  if (!mayOpenLink(headers).ok) return null;
  return db().$transaction(async (transaction) => {
    const found = await open(transaction, token);
    if (!found) return null;
    const group = await transaction.group.findUniqueOrThrow({
      where: { id: found.groupId },
      select: { id: true, name: true, description: true },
    });
    const memberCount = await transaction.membership.count({ where: { groupId: group.id } });
    return { group, role: found.role, memberCount };
  });
}

/** Takes the viewer into the group that the link is for. A second click changes nothing and uses nothing up. */
export async function joinGroup(
  viewer: Viewer,
  headers: Headers,
  { token, name }: { readonly token: string; readonly name: string | null },
): Promise<{ readonly ok: true; readonly groupId: string } | Refusal> {
  const limit = mayOpenLink(headers);
  if (!limit.ok) return limit;
  return db().$transaction(async (transaction) => {
    const known = await transaction.invitation.findUnique({
      where: { tokenHash: hashSecret(token) },
      select: { groupId: true },
    });
    if (!known) return refusal("link-invalid");
    const { groupId } = known;
    await lockGroup(transaction, groupId);
    if (await roleOf(viewer.id, groupId, transaction)) return { ok: true, groupId };
    const found = await open(transaction, token);
    if (!found) return refusal("link-invalid");
    if (await isBanned(transaction, viewer.id, groupId)) return refusal("banned");

    const user = await transaction.user.findUniqueOrThrow({ where: { id: viewer.id } });
    if (user.name === "" && name === null) return refusal("invalid", { fields: ["name"] });
    if (user.name === "" && name !== null) {
      await transaction.user.update({ where: { id: viewer.id }, data: { name } });
    }
    await transaction.membership.create({ data: { groupId, userId: viewer.id, role: found.role } });
    await transaction.invitation.update({
      where: { id: found.id },
      data: { uses: { increment: 1 } },
    });
    await tellOwners(transaction, viewer, groupId);
    return { ok: true, groupId };
  });
}

async function tellOwners(transaction: Transaction, viewer: Viewer, groupId: string) {
  const owners = await transaction.membership.findMany({
    where: { groupId, role: "owner" },
    select: { userId: true },
  });
  await notify(
    transaction,
    owners.map(({ userId }) => userId),
    { kind: "group", actorId: viewer.id, groupId },
  );
}

/** An invitation that is good now: its group is open, and whoever made it might still make it. */
async function open(transaction: Transaction, token: string) {
  const found = await transaction.invitation.findUnique({
    where: { tokenHash: hashSecret(token) },
  });
  if (!found || found.revokedAt) return null;
  if (found.expiresAt && found.expiresAt <= new Date()) return null;
  if (found.maxUses !== null && found.uses >= found.maxUses) return null;
  const { archivedAt } = await transaction.group.findUniqueOrThrow({
    where: { id: found.groupId },
  });
  const maker = await roleOf(found.createdById, found.groupId, transaction);
  return archivedAt || !mayInviteAs(maker, found.role) ? null : found;
}
