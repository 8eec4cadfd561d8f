import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { type TokenScope, tokenScopes } from "@/core/viewer/token-scopes";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";

export type PersonalToken = {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly createdAt: string;
  /** To the hour. */
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
};

export type NewToken = {
  /** What its owner calls it: up to 80 characters. */
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly expiresAt: Date | null;
};

/** So that a token that was published by mistake can be recognised by machines that look for such. */
const PREFIX = "zwsp_";

/** Makes a token of 256 random bits. This is the only time that it can be seen: a hash of it is kept. */
export async function makeToken(
  viewer: Pick<Viewer, "id">,
  { name, scopes, expiresAt }: NewToken,
): Promise<{ readonly id: string; readonly token: string }> {
  const token = PREFIX + randomBytes(32).toString("base64url");
  const { id } = await db().personalToken.create({
    data: {
      ownerId: viewer.id,
      name: name.slice(0, 80),
      scopes: [...scopes],
      expiresAt,
      tokenHash: hashOf(token),
    },
    select: { id: true },
  });
  return { id, token };
}

/** The viewer's tokens that still open something, newest first. */
export async function listTokens(viewer: Pick<Viewer, "id">): Promise<readonly PersonalToken[]> {
  const rows = await db().personalToken.findMany({
    where: { ownerId: viewer.id, ...valid(new Date()) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return rows.map(({ id, name, scopes, createdAt, lastUsedAt, expiresAt }) => ({
    id,
    name,
    scopes: tokenScopes.filter((scope) => scopes.includes(scope)),
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
  }));
}

/** Ends one of the viewer's tokens at once; false where there is none of that id. */
export async function revokeToken(viewer: Pick<Viewer, "id">, id: string): Promise<boolean> {
  const { count } = await db().personalToken.updateMany({
    where: { id, ownerId: viewer.id, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return count === 1;
}

const HOUR_MS = 60 * 60 * 1000;

/** Whose token it is and what it was given; `null` for one that never was, has expired or was revoked. */
export async function findToken(token: string) {
  if (!token.startsWith(PREFIX) || token.length > 100) return null;
  const now = new Date();
  const row = await db().personalToken.findFirst({
    where: { tokenHash: hashOf(token), ...valid(now) },
    select: { id: true, scopes: true, lastUsedAt: true, owner: true },
  });
  if (!row) return null;
  if (now.getTime() - (row.lastUsedAt?.getTime() ?? 0) > HOUR_MS) {
    await db().personalToken.updateMany({ where: { id: row.id }, data: { lastUsedAt: now } });
  }
  return row;
}

function valid(now: Date) {
  return { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] };
}

/** Random enough to need no salt, and looked up by its hash, so that comparing takes the same time for every guess. */
function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
