import "server-only";
import type { Article, VersionFiles } from "@/core/article/article";
import { summarise, type VersionSummary } from "@/core/article/article-summary";
import type { PositionMap } from "@/core/article/position-map";
import { writeVersion } from "@/formats/version/write-version";
import type { Origin } from "@/prisma/generated/client";
import type { Transaction } from "../db";
import { keepParsed } from "./parsed-version";

type VersionFacts = {
  readonly articleId: string;
  readonly number: number;
  readonly origin: Origin;
  readonly message: string;
  /** `null`: the operator. */
  readonly authorId: string | null;
  /** False for a version that waits beside the current one. */
  readonly isShown: boolean;
  /** The version that it was made of by edits, and where those left the text. */
  readonly from?: { readonly versionId: string; readonly map: PositionMap };
};

export type NewVersion = VersionFacts & {
  readonly files: VersionFiles;
  /** What `files` were read as; its alignment is what is stored, complete and with the ids it gave out. */
  readonly article: Article;
};

type CompleteVersion = VersionFacts & {
  readonly de: string;
  readonly en: string;
  readonly alignment: string;
  readonly summary: VersionSummary;
};

/** Stores a version and makes it the article's current one, or the one that waits. */
export async function addVersion(
  transaction: Transaction,
  { files: { de, en }, article, ...facts }: NewVersion,
): Promise<{ readonly id: string }> {
  const { alignment } = writeVersion(article);
  if (alignment === null) throw new Error(`No alignment was written for ${facts.articleId}`);
  const summary = summarise(article);
  const stored = await storeVersion(transaction, { ...facts, de, en, alignment, summary });
  await keepParsed(stored.id, article, transaction); // whoever saves waits for this rather than the next reader
  return stored;
}

/** The same of a version whose alignment and summary are known. */
export async function storeVersion(
  transaction: Transaction,
  { isShown, from, ...version }: CompleteVersion,
): Promise<{ readonly id: string }> {
  const shownSince = isShown ? new Date() : null;
  const origin = from && { parentId: from.versionId, map: from.map };
  const { id } = await transaction.articleVersion.create({
    data: { ...version, shownSince, ...origin },
    select: { id: true },
  });
  await transaction.article.update({
    where: { id: version.articleId },
    data: isShown ? { currentVersionId: id, heldVersionId: null } : { heldVersionId: id },
  });
  return { id };
}
