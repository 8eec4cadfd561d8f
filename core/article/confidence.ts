import type { Article, Bead } from "./article";
import { rowIndexOf } from "./article-index";

/** How a bead or row stands with those who check it: worst first. */
export const checkStates = ["text-changed", "needs-review", "open", "verified"] as const;
export type CheckState = (typeof checkStates)[number];

export function checkStateOf({ status }: Bead): CheckState {
  return status === "proposed" ? "open" : status;
}

/** The state of several beads together: that of the worst. A row without sentences has nothing to check. */
export function worstState(beads: readonly Bead[]): CheckState | null {
  const states = new Set(beads.map(checkStateOf));
  return checkStates.find((state) => states.has(state)) ?? null;
}

export type RowState = {
  readonly state: CheckState | null;
  /** The lowest of its beads; `null` without any. */
  readonly confidence: number | null;
};

/** State and confidence of every row, in one pass: the strip beside thousands of rows is drawn after each operation. */
export function rowStates(article: Article): readonly RowState[] {
  const worst: number[] = article.rows.map(() => checkStates.length);
  const confidence: number[] = article.rows.map(() => 2);
  for (const bead of article.beads) {
    const index = rowIndexOf(article, bead.de[0] ?? bead.en[0] ?? "");
    if (index === undefined) continue;
    const rank = checkStates.indexOf(checkStateOf(bead));
    worst[index] = Math.min(worst[index] ?? rank, rank);
    confidence[index] = Math.min(confidence[index] ?? 2, bead.probability);
  }
  return article.rows.map((_, index) => ({
    state: checkStates[worst[index] ?? checkStates.length] ?? null,
    confidence: (confidence[index] ?? 2) > 1 ? null : (confidence[index] ?? null),
  }));
}
