import { expect, test } from "vitest";
import { tokenBuckets } from "./token-bucket";

test("allows the burst at once and refuses what comes after it", () => {
  const take = tokenBuckets({ burst: 3, perSecond: 1 });
  expect([1, 2, 3, 4].map(() => take("a", 0).ok)).toEqual([true, true, true, false]);
});

test("says when the next is allowed, and keeps its word", () => {
  const take = tokenBuckets({ burst: 1, perSecond: 0.5 });
  take("a", 0);
  expect(take("a", 500)).toEqual({ ok: false, retryAfterSeconds: 2 });
  expect(take("a", 2000)).toEqual({ ok: true });
});

test("a steady trickle is never refused", () => {
  const take = tokenBuckets({ burst: 2, perSecond: 1 });
  const answers = Array.from({ length: 100 }, (_, second) => take("a", second * 1000).ok);
  expect(answers).not.toContain(false);
});

test("a long pause gives the burst and no more", () => {
  const take = tokenBuckets({ burst: 2, perSecond: 1 });
  take("a", 0);
  expect([1, 2, 3].map(() => take("a", 1_000_000).ok)).toEqual([true, true, false]);
});

test("one key's flood is not another's", () => {
  const take = tokenBuckets({ burst: 1, perSecond: 1 });
  take("a", 0);
  expect(take("a", 0).ok).toBe(false);
  expect(take("b", 0).ok).toBe(true);
});

test("a clock that is set back refuses nobody for it", () => {
  const take = tokenBuckets({ burst: 2, perSecond: 1 });
  take("a", 10_000);
  expect(take("a", 0).ok).toBe(true);
});
