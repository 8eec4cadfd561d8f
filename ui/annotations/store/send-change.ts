import * as z from "zod/mini";
import { type StoredAnnotation, storedAnnotationSchema } from "@/core/annotation/annotation";
import { isStoredAnnotation } from "@/core/annotation/is-stored-annotation";
import { type StoredReply, storedReplySchema } from "@/core/annotation/reply";
import type { Change, Refusal } from "./change";

export type Answer =
  | { readonly kind: "stored"; readonly annotation: StoredAnnotation }
  | { readonly kind: "replied"; readonly reply: StoredReply }
  | { readonly kind: "resolution"; readonly resolvedAt: string | null; readonly revision: number }
  | { readonly kind: "deleted"; readonly revision: number }
  /** Somebody changed it meanwhile; `current` is what the server has. */
  | { readonly kind: "stale"; readonly current: StoredAnnotation }
  | { readonly kind: "stale-reply"; readonly current: StoredReply }
  | { readonly kind: "signed-out" }
  | { readonly kind: "gone" }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  /** No connection, or a server that cannot answer now. */
  | { readonly kind: "unreachable"; readonly retryAfterMs: number | null };

const patienceMs = 15_000;

const deletedSchema = z.object({ revision: z.int().check(z.gte(1)) });
const resolutionSchema = z.object({
  resolvedAt: z.nullable(z.iso.datetime()),
  revision: z.int().check(z.gte(1)),
});
const staleSchema = z.object({ current: storedAnnotationSchema });
const staleReplySchema = z.object({ current: storedReplySchema });
const staleResolutionSchema = z.object({ current: resolutionSchema });
const listSchema = z.object({
  annotations: z.union([
    z.custom<StoredAnnotation[]>((all) => Array.isArray(all) && all.every(isStoredAnnotation)),
    z.array(storedAnnotationSchema),
  ]),
  replies: z.array(storedReplySchema),
  seen: z.string().check(z.regex(/^\d+$/)),
  next: z.nullable(z.string()),
});

/** Sends one change under its Idempotency-Key and its condition. Never throws. */
export async function sendChange(change: Change): Promise<Answer> {
  const { kind } = change;
  const url = urlOf(change);
  try {
    const response = await fetch(kind === "restore" ? `${url}/restore` : url, {
      method: kind === "delete" ? "DELETE" : kind === "restore" ? "POST" : "PUT",
      headers: {
        "Content-Type": "application/json",
        "Idempotency-Key": change.key,
        ...conditionOf(change),
      },
      body: kind === "create" || kind === "replace" ? bodyOf(change) : undefined,
      signal: AbortSignal.timeout(patienceMs),
    });
    return await answerOf(change, response);
  } catch {
    return { kind: "unreachable", retryAfterMs: null };
  }
}

function urlOf(change: Change): string {
  if ("annotation" in change) return `/api/annotations/${change.annotation.id}`;
  if ("reply" in change) return `/api/replies/${change.reply.id}`;
  return `/api/annotations/${change.resolution}/resolution`;
}

function bodyOf(change: Change): string | undefined {
  if ("annotation" in change) return JSON.stringify(change.annotation);
  return "reply" in change ? JSON.stringify(change.reply) : undefined;
}

export type Listed = {
  readonly annotations: readonly StoredAnnotation[];
  readonly replies: readonly StoredReply[];
  /** The entry of the change feed from which on there may be more to know. */
  readonly seen: string;
};

/**
 * The annotations of one article that the reader may see, with their threads, or only that of an id; `null` when the
 * server cannot be reached or cannot answer.
 */
export async function listAnnotations(
  articleSlug: string,
  only: string | null = null,
): Promise<Listed | null> {
  const url = `/api/articles/${encodeURIComponent(articleSlug)}/annotations`;
  const annotations: StoredAnnotation[] = [];
  const replies: StoredReply[] = [];
  let seen: string | null = null;
  try {
    for (let after: string | null = ""; after !== null; ) {
      const query = new URLSearchParams({ ...(after && { after }), ...(only && { only }) });
      const response = await fetch(query.size > 0 ? `${url}?${query}` : url, {
        headers: { Accept: "application/json" },
        cache: "no-store",
        signal: AbortSignal.timeout(patienceMs),
      });
      if (!response.ok) return null;
      const page: z.infer<typeof listSchema> = listSchema.parse(await response.json());
      annotations.push(...page.annotations);
      replies.push(...page.replies);
      seen ??= page.seen;
      after = page.next;
    }
    return { annotations, replies, seen: seen ?? "0" };
  } catch {
    return null;
  }
}

function conditionOf({ kind, base }: Change): Record<string, string> {
  if (kind === "create") return { "If-None-Match": "*" };
  return base === null ? {} : { "If-Match": `"${base}"` };
}

async function answerOf(change: Change, response: Response): Promise<Answer> {
  if (response.ok) {
    const body: unknown = await response.json();
    if ("resolution" in change) return { kind: "resolution", ...resolutionSchema.parse(body) };
    if (change.kind === "delete")
      return { kind: "deleted", revision: deletedSchema.parse(body).revision };
    if ("reply" in change) return { kind: "replied", reply: storedReplySchema.parse(body) };
    return { kind: "stored", annotation: storedAnnotationSchema.parse(body) };
  }
  switch (response.status) {
    case 401:
      return { kind: "signed-out" };
    case 404:
      return { kind: "gone" };
    case 412:
      return staleAnswer(change, await response.json());
    case 408:
    case 425:
    case 429:
      return { kind: "unreachable", retryAfterMs: retryAfterMs(response) };
    case 403:
      return { kind: "refused", refusal: "foreign-origin" };
    case 413:
      return { kind: "refused", refusal: "too-large" };
    case 422:
      return { kind: "refused", refusal: "invalid" };
    default:
      return response.status >= 500
        ? { kind: "unreachable", retryAfterMs: retryAfterMs(response) }
        : { kind: "refused", refusal: "unknown" };
  }
}

function staleAnswer(change: Change, body: unknown): Answer {
  if ("annotation" in change) {
    const current = staleSchema.safeParse(body).data?.current;
    return current ? { kind: "stale", current } : { kind: "gone" };
  }
  if ("reply" in change) {
    const current = staleReplySchema.safeParse(body).data?.current;
    return current ? { kind: "stale-reply", current } : { kind: "gone" };
  }
  // Somebody else resolved it meanwhile: as the reader wanted it.
  const current = staleResolutionSchema.safeParse(body).data?.current;
  return current ? { kind: "resolution", ...current } : { kind: "gone" };
}

function retryAfterMs(response: Response): number | null {
  const seconds = Number(response.headers.get("Retry-After"));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null;
}
