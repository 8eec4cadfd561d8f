import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { parseCookies } from "better-auth/cookies";
import type { Viewer } from "@/core/viewer/viewer";
import { auth } from "./auth";
import { db } from "./db";
import { gathered } from "./gathered";
import { viewerOf } from "./session-user";

/**
 * Whose session a cookie is; `null` without one that holds. It is what better-auth's `getSession` finds, looked up in one
 * query for all who ask at once: each request begins with it. It renews nothing.
 */
export async function sessionViewer(cookie: string): Promise<Viewer | null> {
  const { authCookies, secret } = await auth().$context;
  const token = tokenIn(parseCookies(cookie).get(authCookies.sessionToken.name), secret);
  return token === null ? null : findSession(token);
}

/** The part before the last full stop, if what follows is its signature. */
function tokenIn(value: string | undefined, secret: string): string | null {
  const end = value?.lastIndexOf(".") ?? -1;
  if (value === undefined || end < 1) return null;
  const token = value.slice(0, end);
  // Compared as text: base64 has several ways to write the same bytes.
  const signature = Buffer.from(value.slice(end + 1));
  const expected = Buffer.from(createHmac("sha256", secret).update(token).digest("base64"));
  const isSigned = signature.length === expected.length && timingSafeEqual(signature, expected);
  return isSigned && !token.includes("\0") ? token : null;
}

const findSession = gathered(async (tokens: readonly string[]) => {
  const rows = await db().session.findMany({
    where: { token: { in: [...new Set(tokens)] }, expiresAt: { gt: new Date() } },
    select: { token: true, user: { select: { id: true, isAnonymous: true, role: true } } },
  });
  const byToken = new Map(rows.map(({ token, user }) => [token, viewerOf(user)]));
  return tokens.map((token) => byToken.get(token) ?? null);
});
