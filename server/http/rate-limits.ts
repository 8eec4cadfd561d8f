import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import { clientAddress } from "./client-address";
import type { Refusal } from "./problem-reason";
import { type BucketAnswer, tokenBuckets } from "./token-bucket";

// Several classes may make their first mark in the same minute behind one address; hundreds at once are a machine.
const accounts = tokenBuckets({ burst: 120, perSecond: 2 });
// An outbox that comes back from a train journey may hold a few hundred changes.
const changes = tokenBuckets({ burst: 400, perSecond: 10 });

export type Limit = { readonly ok: true } | Refusal;

export function mayMakeAccount(headers: Headers): Limit {
  return toLimit(accounts(clientAddress(headers), Date.now()));
}

export function mayChange(viewer: Viewer): Limit {
  return toLimit(changes(viewer.id, Date.now()));
}

function toLimit(answer: BucketAnswer): Limit {
  if (answer.ok) return answer;
  return {
    ok: false,
    reason: "too-many",
    headers: { "retry-after": String(answer.retryAfterSeconds) },
  };
}
