import type { Article } from "@/core/article/article";
import { findBlock, rowOf } from "@/core/article/article-index";
import { blockText } from "@/core/article/content";
import type { Finding, Place } from "@/core/checks/finding";
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
      return {
        finding,
        ...locatePlace(article, finding.place),
        isDismissed: dismissed.has(finding.key),
      };
    })
    .sort((a, b) => a.rowIndex - b.rowIndex || a.finding.place.start - b.finding.place.start);
}

/** The row of a place and the sentence to go to; -1 and `null` for what stands in no row. */
export function locatePlace(
  article: Article,
  { blockId, sentenceId }: Place,
): Pick<LocatedFinding, "rowIndex" | "sentenceId"> {
  const block = blockId === null ? null : findBlock(article, blockId)?.block;
  return {
    rowIndex: block ? (rowOf(article, block.id)?.index ?? -1) : -1,
    sentenceId: sentenceId ?? block?.sentences[0]?.id ?? null,
  };
}

/** The text a place is in: of a block, or of a line of the front matter; `null` where the side as a whole is meant. */
export function textOfPlace(article: Article, { side, blockId }: Place): string | null {
  if (blockId === null) return null;
  const block = findBlock(article, blockId)?.block;
  if (block) return blockText(block.node);
  const { signature = [], ...lines } = article.sides[side].frontMatter;
  const number = /^signature-(\d+)$/u.exec(blockId)?.[1];
  if (number !== undefined) return signature[Number(number) - 1] ?? null;
  const named = new Map<string, string | undefined>([
    ["title", lines.title],
    ["subtitle", lines.subtitle],
    ["byline", lines.byline],
    ["dateline", lines.dateline],
  ]);
  return named.get(blockId) ?? null;
}

/** The worst of several; `null` of none. */
export function worstSeverity(findings: readonly Finding[]): Severity | null {
  const order: readonly Severity[] = ["error", "warning", "note"];
  return order.find((each) => findings.some(({ severity }) => severity === each)) ?? null;
}
