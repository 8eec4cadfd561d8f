import type { Role, Viewer } from "@/core/viewer/viewer";
import { makeAnonymousAccount } from "../anonymous-account";
import { db } from "../db";

/** Somebody with a browser of their own. */
export type Visitor = { readonly viewer: Viewer; readonly cookie: string };

/** Makes an anonymous account and gives it a role. */
export async function newVisitor(role: Role = "reader"): Promise<Visitor> {
  const account = await makeAnonymousAccount(new Headers());
  if (!account.ok) throw new Error(`No account: ${account.reason}`);
  const { id } = account.viewer;
  await db().user.update({ where: { id }, data: { role } });
  return { viewer: { id, isAnonymous: true, role }, cookie: cookieOf(account) };
}

/** What the browser sends back of the cookies that it was given. */
export function cookieOf(response: { readonly headers: Headers }): string {
  const cookies = response.headers.getSetCookie();
  return cookies.map((cookie) => cookie.split(";")[0]).join("; ");
}
