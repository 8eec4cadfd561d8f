import "server-only";
import type { z } from "zod";
import type { newTokenSchema } from "@/core/account/token-input";
import type { Viewer } from "@/core/viewer/viewer";
import { type Refusal, refusal } from "../http/problem-reason";
import { listTokens, makeToken } from "./personal-token";

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_TOKENS = 50;

/** A token that somebody asks for themselves. It outlives its browser, so it takes an account that does, too. */
export async function orderToken(
  viewer: Viewer,
  { name, scope, days }: z.infer<typeof newTokenSchema>,
): Promise<{ readonly ok: true; readonly id: string; readonly token: string } | Refusal> {
  if (viewer.isAnonymous) return refusal("not-allowed");
  if ((await listTokens(viewer)).length >= MOST_TOKENS) return refusal("too-many");
  const expiresAt = days === null ? null : new Date(Date.now() + days * DAY_MS);
  return { ok: true, ...(await makeToken(viewer, { name, scopes: [scope], expiresAt })) };
}
