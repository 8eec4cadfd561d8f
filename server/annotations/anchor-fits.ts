import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Anchor, Annotation } from "@/core/annotation/annotation";
import { describeAnchor } from "@/core/annotation/describe-anchor";
import { articleText } from "@/core/annotation/locate-passage";
import type { Article } from "@/core/article/article";
import { loadVersion } from "../articles/load-version";
import type { Transaction } from "../db";

/**
 * Whether an anchor is what its version of the article gives for its range: blocks and sentences that exist, offsets
 * inside the text, and the very words. Whoever sends anything else has read another text.
 */
export async function anchorFits(
  transaction: Transaction,
  articleId: string,
  anchor: Anchor,
): Promise<boolean> {
  const version = await transaction.articleVersion.findFirst({
    where: { articleId, number: anchor.version, shownSince: { not: null } },
    select: { id: true },
  });
  if (!version) return false;
  return isWhatStands(await loadVersion(version.id, transaction), anchor);
}

/** The same of the version itself. */
export function isWhatStands(article: Article, anchor: Anchor): boolean {
  const text = articleText(article).sides[anchor.side];
  const described = describeAnchor(text, anchor, anchor.version);
  return described.ok && isDeepStrictEqual(described.anchor, anchor);
}

/** Whether a twin, where there is one, stands on the other side and fits there. */
export async function twinFits(
  transaction: Transaction,
  articleId: string,
  { anchor, twin }: Pick<Annotation, "anchor" | "twin">,
): Promise<boolean> {
  if (twin === null) return true;
  return twin.side !== anchor.side && (await anchorFits(transaction, articleId, twin));
}
