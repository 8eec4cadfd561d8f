import { z } from "zod";
import { type StoredAnnotation, storedAnnotationSchema } from "@/core/annotation/annotation";
import type { Change, Refusal } from "./change";

export type Answer =
  | { readonly kind: "stored"; readonly annotation: StoredAnnotation }
  | { readonly kind: "deleted"; readonly revision: number }
  /** Somebody changed it meanwhile; `current` is what the server has. */
  | { readonly kind: "stale"; readonly current: StoredAnnotation }
  | { readonly kind: "signed-out" }
  | { readonly kind: "gone" }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  /** No connection, or a server that cannot answer now. */
  | { readonly kind: "unreachable"; readonly retryAfterMs: number | null };

const patienceMs = 15_000;

const deletedSchema = z.object({ revision: z.int().min(1) });
const staleSchema = z.object({ current: storedAnnotationSchema });
const listSchema = z.object({
  annotations: z.array(storedAnnotationSchema),
  next: z.string().nullable(),
});

/** Sends one change under its Idempotency-Key and its condition. Never throws. */
export async function sendChange(change: Change): Promise<Answer> {
  const { kind, annotation } = change;
  const url = `/api/annotations/${annotation.id}`;
  try {
    const response = await fetch(kind === "restore" ? `${url}/restore` : url, {
      method: kind === "delete" ? "DELETE" : kind === "restore" ? "POST" : "PUT",
      headers: {
        "Content-Type": "application/json",
        "Idempotency-Key": change.key,
        ...conditionOf(change),
      },
      body: kind === "create" || kind === "replace" ? JSON.stringify(annotation) : undefined,
      signal: AbortSignal.timeout(patienceMs),
    });
    return await answerOf(change, response);
  } catch {
    return { kind: "unreachable", retryAfterMs: null };
  }
}

/** The annotations of one article that the reader may see; `null` when the server cannot be reached or cannot answer. */
export async function listAnnotations(
  articleSlug: string,
): Promise<readonly StoredAnnotation[] | null> {
  const url = `/api/articles/${encodeURIComponent(articleSlug)}/annotations`;
  const annotations: StoredAnnotation[] = [];
  try {
    for (let after: string | null = ""; after !== null; ) {
      const response = await fetch(after ? `${url}?after=${encodeURIComponent(after)}` : url, {
        headers: { Accept: "application/json" },
        cache: "no-store",
        signal: AbortSignal.timeout(patienceMs),
      });
      if (!response.ok) return null;
      const page: z.infer<typeof listSchema> = listSchema.parse(await response.json());
      annotations.push(...page.annotations);
      after = page.next;
    }
    return annotations;
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
    if (change.kind === "delete")
      return { kind: "deleted", revision: deletedSchema.parse(body).revision };
    return { kind: "stored", annotation: storedAnnotationSchema.parse(body) };
  }
  switch (response.status) {
    case 401:
      return { kind: "signed-out" };
    case 404:
      return { kind: "gone" };
    case 412: {
      const stale = staleSchema.safeParse(await response.json());
      return stale.success ? { kind: "stale", current: stale.data.current } : { kind: "gone" };
    }
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

function retryAfterMs(response: Response): number | null {
  const seconds = Number(response.headers.get("Retry-After"));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null;
}
