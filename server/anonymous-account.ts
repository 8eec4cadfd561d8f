import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import { auth } from "./auth";
import type { Refusal } from "./http/problem-reason";
import { mayMakeAccount } from "./http/rate-limits";
import { onlyCookies, viewerOf } from "./session-user";

export type NewAccount = {
  readonly ok: true;
  readonly viewer: Viewer;
  /** `Set-Cookie` of its session. */
  readonly headers: Headers;
};

/** Makes an account that needs no name and no password; it lives as long as its cookie. A flood of them is refused. */
export async function makeAnonymousAccount(requestHeaders: Headers): Promise<NewAccount | Refusal> {
  const limit = mayMakeAccount(requestHeaders);
  if (!limit.ok) return limit;
  const { response, headers } = await auth().api.signInAnonymous({
    headers: requestHeaders,
    returnHeaders: true,
  });
  return { ok: true, viewer: viewerOf(response.user), headers: onlyCookies(headers) };
}
