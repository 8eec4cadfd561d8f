import "server-only";
import { z } from "zod";
import type { Viewer } from "@/core/viewer/viewer";
import { mediaType } from "@/formats/web-annotation/vocabulary";
import {
  type WebAnnotation,
  webAnnotationSchema,
} from "@/formats/web-annotation/web-annotation-schema";
import { type Refusal, refusal } from "../http/problem-reason";
import { mayChange } from "../http/rate-limits";
import { readJson } from "../http/read-json";
import { isSameOrigin } from "../http/same-origin";
import { hasBearer } from "../tokens/bearer";

const MAX_BODY_BYTES = 256 * 1024;

/** Whether a write may go on: from a program with a token or a page of ours, and not too many at once. */
export function mayWrite(request: Request, viewer: Viewer): { readonly ok: true } | Refusal {
  if (!hasBearer(request) && !isSameOrigin(request)) return refusal("foreign-origin");
  return mayChange(viewer, request.headers);
}

/** Reads the annotation that a client sent; says which members are not as the model has them. */
export async function readWebAnnotation(
  request: Request,
): Promise<{ readonly ok: true; readonly annotation: WebAnnotation } | Refusal> {
  const json = await readJson(request, MAX_BODY_BYTES, [mediaType, "application/json"]);
  if (!json.ok) return json;
  const parsed = webAnnotationSchema.safeParse(json.value);
  if (parsed.success) return { ok: true, annotation: parsed.data };
  const fields = parsed.error.issues.map(({ path }) => path.slice(0, 3).join("."));
  return refusal("invalid", { fields: [...new Set(fields)].slice(0, 10) });
}

const revisionSchema = z.coerce.number().int().min(1).max(1_000_000_000);

/** The revision that a client changes, from `If-Match`. */
export function readRevision(
  request: Request,
): { readonly ok: true; readonly revision: number } | Refusal {
  const ifMatch = request.headers.get("if-match");
  if (ifMatch === null) return refusal("missing-condition");
  const revision = revisionSchema.safeParse(/^"(\d+)"$/.exec(ifMatch)?.[1]);
  return revision.success ? { ok: true, revision: revision.data } : refusal("stale");
}
