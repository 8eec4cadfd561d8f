import "server-only";
import type { z } from "zod";
import type { signInSchema, signUpSchema } from "@/core/account/account-input";
import type { Viewer } from "@/core/viewer/viewer";
import { auth } from "../auth";
import { type Refusal, refusal } from "../http/problem-reason";
import { mayAskForMail, mayOpenLink, mayTryPassword } from "../http/rate-limits";
import { sendsMail } from "../mail/send-mail";
import { onlyCookies, viewerOf } from "../session-user";
import { isRefusal, orRefusal } from "./auth-refusal";
import { deviceCookie, isKnownDevice } from "./known-device";

export type SignedIn = {
  readonly ok: true;
  /** `null` until the address is confirmed. */
  readonly viewer: Viewer | null;
  readonly headers: Headers;
};

/**
 * Makes an account with a password. What the browser's anonymous account owns goes over to it. Where mails are sent the
 * answer is the same for an address that has an account, and its owner is told by mail.
 */
export async function signUp(
  requestHeaders: Headers,
  { name, email, password }: z.infer<typeof signUpSchema>,
): Promise<SignedIn | Refusal> {
  const limit = mayAskForMail(requestHeaders, email);
  if (!limit.ok) return limit;
  const asked = await orRefusal(
    auth().api.signUpEmail({
      body: { name, email, password },
      headers: requestHeaders,
      returnHeaders: true,
    }),
  );
  if (isRefusal(asked)) return asked;
  if (sendsMail()) return { ok: true, viewer: null, headers: new Headers() };
  return signedIn(asked.headers, viewerOf(asked.response.user), email);
}

/** Signs in; what the browser's anonymous account owns goes over to the account. */
export async function signIn(
  requestHeaders: Headers,
  { email, password, isShared }: z.infer<typeof signInSchema>,
): Promise<SignedIn | Refusal> {
  const limit = mayTryPassword(requestHeaders, email, isKnownDevice(requestHeaders, email));
  if (!limit.ok) return limit;
  const asked = await orRefusal(
    auth().api.signInEmail({
      body: { email, password, rememberMe: !isShared },
      headers: requestHeaders,
      returnHeaders: true,
    }),
  );
  if (isRefusal(asked)) return asked;
  return signedIn(asked.headers, viewerOf(asked.response.user), isShared ? null : email);
}

/** Sends a link that signs in without a password, to whatever address: the answer says nothing of who has an account. */
export async function askForLink(requestHeaders: Headers, email: string): Promise<Refusal | null> {
  const limit = mayAskForMail(requestHeaders, email);
  if (!limit.ok) return limit;
  await auth().api.signInMagicLink({ body: { email }, headers: requestHeaders });
  return null;
}

export async function signInByLink(
  requestHeaders: Headers,
  token: string,
): Promise<SignedIn | Refusal> {
  const limit = mayOpenLink(requestHeaders);
  if (!limit.ok) return limit;
  const asked = await orRefusal(
    auth().api.magicLinkVerify({ query: { token }, headers: requestHeaders, returnHeaders: true }),
  );
  if (isRefusal(asked)) return asked;
  if (!("user" in asked.response)) return refusal("link-invalid");
  return signedIn(asked.headers, viewerOf(asked.response.user), null);
}

/** Confirms that an address is its account's, and signs nobody in: the link may have been sent by somebody else. */
export async function confirmAddress(
  requestHeaders: Headers,
  token: string,
): Promise<Refusal | null> {
  const limit = mayOpenLink(requestHeaders);
  if (!limit.ok) return limit;
  const asked = await orRefusal(auth().api.verifyEmail({ query: { token } }));
  return isRefusal(asked) ? asked : null;
}

function signedIn(headers: Headers, viewer: Viewer, email: string | null): SignedIn {
  const cookies = onlyCookies(headers);
  if (email) cookies.append("set-cookie", deviceCookie(email));
  return { ok: true, viewer, headers: cookies };
}
