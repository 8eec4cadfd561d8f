import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** A token of 128 random bits, for a link, and the hash by which it is known again: the database opens nothing. */
export function makeSecret(): { readonly token: string; readonly tokenHash: string } {
  const token = randomBytes(16).toString("base64url");
  return { token, tokenHash: hashSecret(token) };
}

export function hashSecret(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
