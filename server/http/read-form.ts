import "server-only";
import { z } from "zod";
import { type Refusal, refusal } from "./problem-reason";
import { fieldsOf } from "./read-change";
import { readJson } from "./read-json";
import { isSameOrigin } from "./same-origin";

const MAX_BODY_BYTES = 16 * 1024;

type FormResult<Body> = { readonly ok: true; readonly body: Body } | Refusal;

/**
 * Reads what a form of ours sends: JSON, from a page of this installation, with the members the schema names and no
 * others. A page of another site can send neither the header nor the type without being asked for leave first.
 */
export async function readForm<Body>(
  request: Request,
  schema: z.core.$ZodType<Body>,
): Promise<FormResult<Body>> {
  if (!isSameOrigin(request)) return refusal("foreign-origin");
  const json = await readJson(request, MAX_BODY_BYTES);
  if (!json.ok) return json;
  const body = z.safeParse(schema, json.value);
  if (!body.success) return refusal("invalid", { fields: fieldsOf(body.error) });
  return { ok: true, body: body.data };
}
