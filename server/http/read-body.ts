import "server-only";
import { z } from "zod";
import type { Viewer } from "@/core/viewer/viewer";
import { hasBearer } from "../tokens/bearer";
import { type Refusal, refusal } from "./problem-reason";
import { mayChange } from "./rate-limits";
import { type JsonResult, readJson } from "./read-json";
import { isSameOrigin } from "./same-origin";

export type BodyResult<Body> = { readonly ok: true; readonly body: Body } | Refusal;

/** Reads what a page of ours posts where sending it twice does the same as sending it once, and nothing has a revision. */
export async function readBody<Body>(
  request: Request,
  viewer: Viewer,
  schema: z.core.$ZodType<Body>,
  limitBytes: number,
  read: (request: Request, limitBytes: number) => Promise<JsonResult> = readJson,
): Promise<BodyResult<Body>> {
  if (!hasBearer(request) && !isSameOrigin(request)) return refusal("foreign-origin");
  const limit = mayChange(viewer, request.headers);
  if (!limit.ok) return limit;

  const json = await read(request, limitBytes);
  if (!json.ok) return json;
  const body = z.safeParse(schema, json.value);
  if (body.success) return { ok: true, body: body.data };
  return refusal("invalid", {
    fields: [...new Set(body.error.issues.map(({ path }) => path.join(".")))].slice(0, 10),
  });
}
