import type { Article } from "@/core/article/article";
import { findBlock, rowOf } from "@/core/article/article-index";
import type { Finding } from "@/core/checks/finding";
import type { Severity } from "@/core/checks/rule";

/** A finding with the row it is in. */
export type LocatedFinding = {
  readonly finding: Finding;
  /** -1 for what stands in no row, like a headline. */
  readonly rowIndex: number;
  /** The sentence to go to. */
  readonly sentenceId: string | null;
  readonly isDismissed: boolean;
};

/** Findings in the order of the rows. */
export function locateFindings(
  article: Article,
  findings: readonly Finding[],
  dismissed: ReadonlySet<string>,
): readonly LocatedFinding[] {
  return findings
    .map((finding): LocatedFinding => {
      const { blockId, sentenceId } = finding.place;
      const block = blockId === null ? null : findBlock(article, blockId)?.block;
      return {
        finding,
        rowIndex: block ? (rowOf(article, block.id)?.index ?? -1) : -1,
        sentenceId: sentenceId ?? block?.sentences[0]?.id ?? null,
        isDismissed: dismissed.has(finding.key),
      };
    })
    .sort((a, b) => a.rowIndex - b.rowIndex || a.finding.place.start - b.finding.place.start);
}

/** The worst of several; `null` of none. */
export function worstSeverity(findings: readonly Finding[]): Severity | null {
  const order: readonly Severity[] = ["error", "warning", "note"];
  return order.find((each) => findings.some(({ severity }) => severity === each)) ?? null;
}
