import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import { auth } from "../auth";
import { db } from "../db";
import { onlyCookies } from "../session-user";

export type SessionEntry = {
  readonly id: string;
  /** What the browser called itself; `null` where it did not say. */
  readonly userAgent: string | null;
  readonly createdAt: string;
  readonly lastUsedAt: string;
  readonly isCurrent: boolean;
};

/** The viewer's open sessions, the last used first. A session's token never leaves the server. */
export async function listSessions(
  viewer: Viewer,
  requestHeaders: Headers,
): Promise<readonly SessionEntry[]> {
  const current = await auth().api.getSession({
    headers: requestHeaders,
    query: { disableRefresh: true },
  });
  const rows = await db().session.findMany({
    where: { userId: viewer.id, expiresAt: { gt: new Date() } },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    select: { id: true, userAgent: true, createdAt: true, updatedAt: true },
    take: 100,
  });
  return rows.map(({ id, userAgent, createdAt, updatedAt }) => ({
    id,
    userAgent: userAgent || null,
    createdAt: createdAt.toISOString(),
    lastUsedAt: updatedAt.toISOString(),
    isCurrent: id === current?.session.id,
  }));
}

/** Ends one of the viewer's sessions; `false` when it is not there, or another's. */
export async function endSession(viewer: Viewer, id: string): Promise<boolean> {
  const { count } = await db().session.deleteMany({ where: { id, userId: viewer.id } });
  return count > 0;
}

/** Ends the session of the request, and takes its cookies back. */
export async function signOut(requestHeaders: Headers): Promise<Headers> {
  const { headers } = await auth().api.signOut({ headers: requestHeaders, returnHeaders: true });
  return onlyCookies(headers);
}

/** Begins the viewer's session anew under another cookie, which on a shared computer ends with the browser. */
export async function restartSession(
  viewer: Viewer,
  requestHeaders: Headers,
  isShared: boolean,
): Promise<Headers> {
  const before = await auth().api.getSession({
    headers: requestHeaders,
    query: { disableRefresh: true },
  });
  const { headers } = await auth().api.signInAs({
    body: { userId: viewer.id, isShared },
    headers: requestHeaders,
    returnHeaders: true,
  });
  if (before) await endSession(viewer, before.session.id);
  return onlyCookies(headers);
}
