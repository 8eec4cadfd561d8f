import type { Article } from "./article";
import { type CheckState, checkStateOf } from "./confidence";

export type WorkStatistics = {
  readonly beads: number;
  readonly byState: Readonly<Record<CheckState, number>>;
  /** Verified beads by the account that verified them, most first. */
  readonly byChecker: readonly { readonly by: string; readonly count: number }[];
  /** Verified beads by day (ISO 8601), the youngest first. */
  readonly byDay: readonly { readonly day: string; readonly count: number }[];
};

/**
 * How far the checking of an article is, by whom and when. `dayOf` says on which day a moment (ISO 8601 in UTC) was where
 * the reader is: half past midnight in Berlin is still yesterday in UTC.
 */
export function workStatistics(
  { beads }: Pick<Article, "beads">,
  dayOf: (at: string) => string = dayInUtc,
): WorkStatistics {
  const byState = { "text-changed": 0, "needs-review": 0, open: 0, verified: 0 };
  const checkers = new Map<string, number>();
  const days = new Map<string, number>();
  for (const bead of beads) {
    byState[checkStateOf(bead)] += 1;
    if (bead.status !== "verified") continue;
    if (bead.by) checkers.set(bead.by, (checkers.get(bead.by) ?? 0) + 1);
    const day = bead.at && dayOf(bead.at);
    if (day) days.set(day, (days.get(day) ?? 0) + 1);
  }
  return {
    beads: beads.length,
    byState,
    byChecker: [...checkers]
      .map(([by, count]) => ({ by, count }))
      .sort((a, b) => b.count - a.count),
    byDay: [...days]
      .map(([day, count]) => ({ day, count }))
      .sort((a, b) => b.day.localeCompare(a.day)),
  };
}

function dayInUtc(at: string): string {
  return at.slice(0, 10);
}
