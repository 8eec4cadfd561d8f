import "server-only";
import { parseSetCookieHeader, toCookieOptions } from "better-auth/cookies";
import { cookies as nextCookies, headers as nextHeaders } from "next/headers";
import type { TokenScope } from "@/core/viewer/token-scopes";
import type { Viewer } from "@/core/viewer/viewer";
import { makeAnonymousAccount } from "./anonymous-account";
import { auth } from "./auth";
import { onlyCookies, viewerOf } from "./session-user";
import { sessionViewer } from "./session-viewer";
import { bearerViewer, hasBearer } from "./tokens/bearer";

/**
 * Who asks; `null` without a session. A route handler passes its request, a page or an action nothing. Programs may
 * come with a personal token instead, but only to the routes that name the scope it needs.
 */
export async function currentViewer(request?: Request, scope?: TokenScope): Promise<Viewer | null> {
  if (request && hasBearer(request)) return scope ? bearerViewer(request, scope) : null;
  const headers = request?.headers ?? (await nextHeaders());
  const cookie = headers.get("cookie");
  if (cookie === null) return null;
  // Only `renewSession` can send the cookie anew; renewed here, the row would outlive it.
  return sessionViewer(cookie);
}

/** Who asks, with the cookie of a session that was used again: it lasts as long as one that began today. */
export async function renewSession(
  request: Request,
): Promise<{ readonly viewer: Viewer | null; readonly headers: Headers }> {
  if (!request.headers.has("cookie")) return { viewer: null, headers: new Headers() };
  const { response, headers } = await auth().api.getSession({
    headers: request.headers,
    returnHeaders: true,
  });
  return { viewer: response ? viewerOf(response.user) : null, headers: onlyCookies(headers) };
}

/** For a server action: who asks, with a new account if need be. `null` where too many accounts were made just now. */
export async function viewerOrNewAccount(): Promise<Viewer | null> {
  const known = await currentViewer();
  if (known) return known;
  const account = await makeAnonymousAccount(await nextHeaders());
  if (!account.ok) return null;
  const cookies = await nextCookies();
  for (const header of account.headers.getSetCookie()) {
    for (const [name, cookie] of parseSetCookieHeader(header)) {
      cookies.set(name, cookie.value, toCookieOptions(cookie));
    }
  }
  return account.viewer;
}
