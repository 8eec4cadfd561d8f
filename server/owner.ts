import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Viewer } from "@/core/viewer/viewer";
import { db, type Transaction } from "./db";
import { env } from "./env";

// Any number nobody else locks: making and using the link wait for each other, so that two clicks make one owner.
const OWNER_LOCK = 7_271;

/** The one-time link that makes the first owner, new at each call; `null` once there is an owner. */
export async function makeOwnerLink(): Promise<string | null> {
  return db().$transaction(async (transaction) => {
    await lockOwner(transaction);
    if (await hasOwner(transaction)) return null;
    await transaction.ownerLink.deleteMany({ where: { usedAt: null } });
    const token = randomBytes(32).toString("base64url");
    await transaction.ownerLink.create({ data: { tokenHash: hashOf(token) } });
    return new URL(`/owner/${token}`, env().PUBLIC_URL).href;
  });
}

export type ClaimResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "signed-out" | "owner-link-used" };

/** Makes the viewer the owner of this installation, if the token is that of the last link and nobody has used it. */
export async function claimOwner(viewer: Viewer | null, token: string): Promise<ClaimResult> {
  if (!viewer) return { ok: false, reason: "signed-out" };
  return db().$transaction(async (transaction) => {
    await lockOwner(transaction);
    const { count } = await transaction.ownerLink.updateMany({
      where: { tokenHash: hashOf(token), usedAt: null },
      data: { usedAt: new Date() },
    });
    if (count === 0 || (await hasOwner(transaction)))
      return { ok: false, reason: "owner-link-used" };
    await transaction.user.update({ where: { id: viewer.id }, data: { role: "owner" } });
    return { ok: true };
  });
}

async function lockOwner(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${OWNER_LOCK})`;
}

async function hasOwner(transaction: Transaction): Promise<boolean> {
  return (await transaction.user.count({ where: { role: "owner" } })) > 0;
}

/** Hashed, so that a copy of the database opens nothing. The token is random enough to need no salt. */
function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
