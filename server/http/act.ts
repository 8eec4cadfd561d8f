import "server-only";
import type { z } from "zod";
import type { Viewer } from "@/core/viewer/viewer";
import { currentViewer } from "../viewer";
import { type Refusal, refusal } from "./problem-reason";
import { mayChange } from "./rate-limits";
import { readForm } from "./read-form";

export type Act<Body> =
  | { readonly ok: true; readonly viewer: Viewer; readonly body: Body }
  | Refusal;

/** The first two beats of a route that changes something for a signed-in person: who, and what. */
export async function readAct<Body>(
  request: Request,
  schema: z.core.$ZodType<Body>,
): Promise<Act<Body>> {
  const viewer = await currentViewer(request);
  if (!viewer) return refusal("signed-out");
  const input = await readForm(request, schema);
  if (!input.ok) return input;
  const limit = mayChange(viewer, request.headers);
  return limit.ok ? { ok: true, viewer, body: input.body } : limit;
}
