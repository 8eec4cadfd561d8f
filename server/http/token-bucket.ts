import "server-only";

export type BucketLimits = {
  /** How many at once, after a quiet time. */
  readonly burst: number;
  readonly perSecond: number;
};

export type BucketAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly retryAfterSeconds: number };

const MAX_KEYS = 10_000; // a few megabytes; the longest unused go first, and those are full again anyway

/** Counts by key in the memory of this process: each key may do `burst` things at once, and then `perSecond`. */
export function tokenBuckets({ burst, perSecond }: BucketLimits) {
  const buckets = new Map<string, { tokens: number; atMs: number }>();

  /** Takes one token of the key, if it has one. */
  return function take(key: string, nowMs: number): BucketAnswer {
    const last = buckets.get(key) ?? { tokens: burst, atMs: nowMs };
    const gained = (Math.max(0, nowMs - last.atMs) / 1000) * perSecond;
    const tokens = Math.min(burst, last.tokens + gained);
    const isAllowed = tokens >= 1;
    buckets.delete(key); // and in again as the youngest
    buckets.set(key, { tokens: isAllowed ? tokens - 1 : tokens, atMs: nowMs });
    forgetOldest(buckets);
    if (isAllowed) return { ok: true };
    return { ok: false, retryAfterSeconds: Math.ceil((1 - tokens) / perSecond) };
  };
}

function forgetOldest(buckets: Map<string, unknown>): void {
  if (buckets.size <= MAX_KEYS) return;
  const oldest = buckets.keys().next();
  if (!oldest.done) buckets.delete(oldest.value);
}
