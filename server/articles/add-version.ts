import "server-only";
import type { Article, VersionFiles } from "@/core/article/article";
import { summarise } from "@/core/article/article-summary";
import { writeVersion } from "@/formats/version/write-version";
import type { Origin } from "@/prisma/generated/client";
import type { Transaction } from "../db";

export type NewVersion = {
  readonly articleId: string;
  readonly number: number;
  readonly files: VersionFiles;
  /** What `files` were read as; its alignment is what is stored, complete and with the ids it gave out. */
  readonly article: Article;
  readonly origin: Origin;
  readonly message: string;
  /** `null`: the operator. */
  readonly authorId: string | null;
  /** False for a version that waits beside the current one. */
  readonly isShown: boolean;
};

/** Stores a version and makes it the article's current one, or the one that waits. */
export async function addVersion(
  transaction: Transaction,
  { files: { de, en }, article, isShown, ...rest }: NewVersion,
): Promise<void> {
  const { alignment } = writeVersion(article);
  if (alignment === null) throw new Error(`No alignment was written for ${rest.articleId}`);
  const shownSince = isShown ? new Date() : null;
  const { id } = await transaction.articleVersion.create({
    data: { ...rest, de, en, alignment, summary: summarise(article), shownSince },
    select: { id: true },
  });
  await transaction.article.update({
    where: { id: rest.articleId },
    data: isShown ? { currentVersionId: id, heldVersionId: null } : { heldVersionId: id },
  });
}
