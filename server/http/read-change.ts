import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Viewer } from "@/core/viewer/viewer";
import { hasBearer } from "../tokens/bearer";
import { type Refusal, refusal } from "./problem-reason";
import { mayChange } from "./rate-limits";
import { readJson } from "./read-json";
import { isSameOrigin } from "./same-origin";

const MAX_BODY_BYTES = 256 * 1024;

/** The state a change was made from: nothing yet (`If-None-Match: *`), or the revision that was seen (`If-Match: "3"`). */
type State = { readonly kind: "absent" } | { readonly kind: "revision"; readonly revision: number };

/** One change as its sender named it. */
export type Change<Body> = {
  /** `Idempotency-Key`: the same for every attempt to send the change. */
  readonly key: string;
  /** Equal for two requests only if they ask for the same thing. */
  readonly fingerprint: string;
  readonly state: State;
  readonly body: Body;
};

export type ChangeResult<Body> = { readonly ok: true; readonly change: Change<Body> } | Refusal;

const noBody = z.undefined();

/** Reads a change that needs no body: deleting, restoring. */
export function readBareChange(request: Request, viewer: Viewer): Promise<ChangeResult<undefined>> {
  return readParts(request, viewer, noBody, () => Promise.resolve({ ok: true, value: undefined }));
}

/** Reads a change and its JSON body. */
export function readChange<Body>(
  request: Request,
  viewer: Viewer,
  schema: z.core.$ZodType<Body>,
): Promise<ChangeResult<Body>> {
  return readParts(request, viewer, schema, () => readJson(request, MAX_BODY_BYTES));
}

async function readParts<Body>(
  request: Request,
  viewer: Viewer,
  schema: z.core.$ZodType<Body>,
  readBody: () => ReturnType<typeof readJson>,
): Promise<ChangeResult<Body>> {
  if (!hasBearer(request) && !isSameOrigin(request)) return refusal("foreign-origin");
  const limit = mayChange(viewer, request.headers);
  if (!limit.ok) return limit;

  const key = request.headers.get("idempotency-key");
  if (key === null) return refusal("missing-key");
  if (!z.uuid().safeParse(key).success) return refusal("invalid", { fields: ["Idempotency-Key"] });

  const state = readState(request.headers);
  if (!state.ok) return state;

  const json = await readBody();
  if (!json.ok) return json;
  const body = z.safeParse(schema, json.value);
  if (!body.success) return refusal("invalid", { fields: fieldsOf(body.error) });

  const fingerprint = fingerprintOf(request, state.state, body.data);
  return { ok: true, change: { key, fingerprint, state: state.state, body: body.data } };
}

function readState(headers: Headers): { readonly ok: true; readonly state: State } | Refusal {
  const ifNoneMatch = headers.get("if-none-match");
  const ifMatch = headers.get("if-match");
  if (ifNoneMatch === null && ifMatch === null) return refusal("missing-condition");
  if (ifNoneMatch === "*" && ifMatch === null) return { ok: true, state: { kind: "absent" } };
  const revision = /^"([1-9][0-9]{0,8})"$/.exec(ifMatch ?? "")?.[1];
  if (revision === undefined || ifNoneMatch !== null) return refusal("malformed");
  return { ok: true, state: { kind: "revision", revision: Number(revision) } };
}

/** The parsed body, not its bytes: an attempt that writes its members in another order is still the same change. */
function fingerprintOf(request: Request, state: State, body: unknown): string {
  const parts = [request.method, new URL(request.url).pathname, state, body];
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}

const MAX_FIELDS = 10;

export function fieldsOf(error: z.ZodError): readonly string[] {
  return [...new Set(error.issues.map((issue) => issue.path.join(".")))].slice(0, MAX_FIELDS);
}
