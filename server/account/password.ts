import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import { auth } from "../auth";
import type { Refusal } from "../http/problem-reason";
import { mayAskForMail, mayOpenLink, mayTryPassword } from "../http/rate-limits";
import { onlyCookies } from "../session-user";
import { isRefusal, orRefusal } from "./auth-refusal";

/** Sends a link for a new password, if the address has an account; the answer does not say whether it has. */
export async function askForReset(requestHeaders: Headers, email: string): Promise<Refusal | null> {
  const limit = mayAskForMail(requestHeaders, email);
  if (!limit.ok) return limit;
  await auth().api.requestPasswordReset({ body: { email }, headers: requestHeaders });
  return null;
}

/** Sets the password that the link was for. All sessions of the account end, its link is used up. */
export async function resetPassword(
  requestHeaders: Headers,
  { token, password }: { token: string; password: string },
): Promise<Refusal | null> {
  const limit = mayOpenLink(requestHeaders);
  if (!limit.ok) return limit;
  const asked = await orRefusal(
    auth().api.resetPassword({ body: { token, newPassword: password } }),
  );
  return isRefusal(asked) ? asked : null;
}

/** Changes the password of whoever knows the present one. All other sessions end; this one goes on under a new cookie. */
export async function changePassword(
  viewer: Viewer,
  requestHeaders: Headers,
  { current, password }: { current: string; password: string },
): Promise<{ readonly ok: true; readonly headers: Headers } | Refusal> {
  const limit = mayTryPassword(requestHeaders, viewer.id, true);
  if (!limit.ok) return limit;
  const asked = await orRefusal(
    auth().api.changePassword({
      body: { currentPassword: current, newPassword: password, revokeOtherSessions: true },
      headers: requestHeaders,
      returnHeaders: true,
    }),
  );
  return isRefusal(asked) ? asked : { ok: true, headers: onlyCookies(asked.headers) };
}
