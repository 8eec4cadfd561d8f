import { expect, test } from "vitest";
import type { Bead } from "./article";
import { workStatistics } from "./work-statistics";

function bead(index: number, rest: Partial<Bead>): Bead {
  return { de: [`d${index}`], en: [`e${index}`], probability: 0.9, status: "proposed", ...rest };
}

const verified = (index: number, by: string, at: string) =>
  bead(index, { status: "verified", probability: 1, by, at });

test("what is verified is counted by who verified it, most first, and by day, the youngest first", () => {
  const { beads, byState, byChecker, byDay } = workStatistics({
    beads: [
      verified(1, "ada", "2026-11-20T09:00:00.000Z"),
      verified(2, "emil", "2026-11-21T08:00:00.000Z"),
      verified(3, "emil", "2026-11-21T23:59:59.000Z"),
      bead(4, { status: "needs-review", by: "ada", at: "2026-11-22T10:00:00.000Z" }),
      bead(5, {}),
    ],
  });
  expect(beads).toBe(5);
  expect(byState).toEqual({ verified: 3, "needs-review": 1, open: 1, "text-changed": 0 });
  expect(byChecker).toEqual([
    { by: "emil", count: 2 },
    { by: "ada", count: 1 },
  ]);
  expect(byDay).toEqual([
    { day: "2026-11-21", count: 2 },
    { day: "2026-11-20", count: 1 },
  ]);
});

test("what was verified without a name or a day is counted all the same", () => {
  const { byState, byChecker, byDay } = workStatistics({
    beads: [bead(1, { status: "verified", probability: 1 })],
  });
  expect([byState.verified, byChecker, byDay]).toEqual([1, [], []]);
});

test("the day is the one of whoever reads it: midnight is elsewhere at another hour", () => {
  const late = verified(1, "ada", "2026-11-20T23:30:00.000Z");
  const inBerlin = (at: string) =>
    new Date(Date.parse(at) + 60 * 60 * 1000).toISOString().slice(0, 10);
  expect(workStatistics({ beads: [late] }).byDay).toEqual([{ day: "2026-11-20", count: 1 }]);
  expect(workStatistics({ beads: [late] }, inBerlin).byDay).toEqual([
    { day: "2026-11-21", count: 1 },
  ]);
});
