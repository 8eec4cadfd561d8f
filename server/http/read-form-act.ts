import "server-only";
import { headers } from "next/headers";
import { z } from "zod";
import { currentViewer } from "../viewer";
import type { Act } from "./act";
import { refusal } from "./problem-reason";
import { mayChange } from "./rate-limits";
import { isSameOrigin } from "./same-origin";

/** The first two beats of an action that a form of ours begins, with or without a script: who, and what. */
export async function readFormAct<Body>(
  schema: z.core.$ZodType<Body>,
  fields: unknown,
): Promise<Act<Body>> {
  const sent = await headers();
  if (!isSameOrigin({ headers: sent })) return refusal("foreign-origin");
  const viewer = await currentViewer();
  if (!viewer) return refusal("signed-out");
  const input = z.safeParse(schema, fields);
  if (!input.success) return refusal("invalid");
  const limit = mayChange(viewer, sent);
  return limit.ok ? { ok: true, viewer, body: input.data } : limit;
}

/** What stands in a form's own fields; those beside them are React's, and say which action it begins. */
export function fieldsIn(form: FormData): Readonly<Record<string, FormDataEntryValue>> {
  return Object.fromEntries([...form].filter(([name]) => !name.startsWith("$ACTION_")));
}
