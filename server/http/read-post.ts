import "server-only";
import { z } from "zod";
import type { Viewer } from "@/core/viewer/viewer";
import { type Refusal, refusal } from "./problem-reason";
import { mayChange } from "./rate-limits";
import { readJson } from "./read-json";
import { isSameOrigin } from "./same-origin";

/** Reads what a page of ours posts: bounded, and of the shape that is asked for. */
export async function readPost<Body>(
  request: Request,
  viewer: Viewer,
  schema: z.core.$ZodType<Body>,
  limitBytes: number,
): Promise<{ readonly ok: true; readonly body: Body } | Refusal> {
  if (!isSameOrigin(request)) return refusal("foreign-origin");
  const limit = mayChange(viewer, request.headers);
  if (!limit.ok) return limit;
  const json = await readJson(request, limitBytes);
  if (!json.ok) return json;
  const body = z.safeParse(schema, json.value);
  if (body.success) return { ok: true, body: body.data };
  return refusal("invalid", {
    fields: body.error.issues.slice(0, 5).map(({ path }) => path.join(".")),
  });
}
