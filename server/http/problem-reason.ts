import "server-only";

/** Why a request was refused, with its status; each is a key of the messages `Problem`. */
export const problemStatus = {
  malformed: 400,
  "signed-out": 401,
  "wrong-credentials": 401,
  "address-unproven": 403,
  "foreign-origin": 403,
  "not-allowed": 403,
  banned: 403,
  "not-found": 404,
  "address-taken": 409,
  "last-owner": 409,
  archived: 409,
  "link-invalid": 410,
  stale: 412,
  "too-large": 413,
  invalid: 422,
  "key-reused": 422,
  "missing-key": 428,
  "missing-condition": 428,
  "too-many": 429,
  unavailable: 503,
} as const;

export type ProblemReason = keyof typeof problemStatus;

/** A refusal on its way to becoming a response: `extra` joins the problem's members, `headers` the response's. */
export type Refusal = {
  readonly ok: false;
  readonly reason: ProblemReason;
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
};

export function refusal(reason: ProblemReason, extra?: Refusal["extra"]): Refusal {
  return extra ? { ok: false, reason, extra } : { ok: false, reason };
}
