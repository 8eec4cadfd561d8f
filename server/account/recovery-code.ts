import "server-only";
import { createHash, randomInt } from "node:crypto";
import type { Viewer } from "@/core/viewer/viewer";
import { auth } from "../auth";
import { db } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import { mayOpenLink } from "../http/rate-limits";
import { onlyCookies } from "../session-user";
import { moveAccount } from "./move-account";

// Crockford's Base32: no letters that are taken for numbers. Twenty of them are 100 bits.
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 20;

/** Makes the code that brings the viewer's account back on another browser; the one before it no longer does. */
export async function makeRecoveryCode(viewer: Viewer): Promise<string> {
  const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  const codeHash = hashOf(letters);
  await db().recoveryCode.upsert({
    where: { userId: viewer.id },
    create: { userId: viewer.id, codeHash },
    update: { codeHash, createdAt: new Date() },
  });
  return (letters.match(/.{4}/g) ?? []).join("-");
}

/**
 * Opens the account that a code belongs to. What this browser's own anonymous account owns goes over to it. The code is
 * used up: somebody may have looked over a shoulder.
 */
export async function recoverAccount(
  viewer: Viewer | null,
  requestHeaders: Headers,
  code: string,
): Promise<{ readonly ok: true; readonly headers: Headers } | Refusal> {
  const limit = mayOpenLink(requestHeaders);
  if (!limit.ok) return limit;
  const row = await db().recoveryCode.findUnique({ where: { codeHash: hashOf(plain(code)) } });
  if (!row) return refusal("link-invalid");
  const { count } = await db().recoveryCode.deleteMany({ where: { codeHash: row.codeHash } });
  if (count === 0) return refusal("link-invalid");
  if (viewer?.isAnonymous) await moveAccount(viewer.id, row.userId);
  const { headers } = await auth().api.signInAs({
    body: { userId: row.userId, isShared: false },
    headers: requestHeaders,
    returnHeaders: true,
  });
  return { ok: true, headers: onlyCookies(headers) };
}

/** A code as it was made: whatever the case and the strokes, and with the letters that look like numbers. */
function plain(code: string): string {
  return code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
}

function hashOf(letters: string): string {
  return createHash("sha256").update(`recovery:${letters}`).digest("hex");
}
