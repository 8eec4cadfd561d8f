import * as z from "zod/mini";
import type de from "@/messages/de.json";

/** Why the server refused; a key of the messages `Problem`. */
export type Reason = keyof typeof de.Problem;

export type Sent =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly reason: Reason };

const problemSchema = z.object({ reason: z.string() });
const patienceMs = 20_000;

/** Sends what a form holds. Never throws: without a connection the reason is that nobody answers. */
export async function sendJson(
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body: unknown,
): Promise<Sent> {
  try {
    const response = await fetch(path, {
      method,
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
    const answer: unknown = await response.json();
    if (response.ok) return { ok: true, body: answer };
    const problem = problemSchema.safeParse(answer);
    const reason = problem.data?.reason;
    return { ok: false, reason: isReason(reason) ? reason : "invalid" };
  } catch {
    return { ok: false, reason: "unavailable" };
  }
}

const reasons: readonly string[] = [
  "wrong-credentials",
  "address-unproven",
  "address-taken",
  "last-owner",
  "archived",
  "link-invalid",
  "not-allowed",
  "banned",
  "not-found",
  "signed-out",
  "foreign-origin",
  "too-many",
  "too-large",
  "stale",
  "unavailable",
];

function isReason(reason: string | undefined): reason is Reason {
  return reason !== undefined && reasons.includes(reason);
}
