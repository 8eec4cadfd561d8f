import "server-only";
import type { Article } from "@/core/article/article";
import type { Database, Transaction } from "../db";

type Parsed = { readonly article: Article; readonly characters: number };

/** The article that this build once read from the files of a version; `null` when it has not yet. */
export async function takeParsed(
  versionId: string,
  client: Database | Transaction,
): Promise<Parsed | null> {
  const build = thisBuild();
  if (build === null) return null;
  const row = await client.parsedVersion.findFirst({
    where: { versionId, build },
    select: { article: true },
  });
  return row && { article: parseArticle(row.article), characters: row.article.length };
}

/** Keeps what the files of a version were read as, in place of what another build read. */
export async function keepParsed(
  versionId: string,
  article: Article,
  client: Database | Transaction,
): Promise<void> {
  const build = thisBuild();
  if (build === null) return;
  const kept = { build, article: JSON.stringify(article) };
  await client.parsedVersion.upsert({
    where: { versionId },
    create: { versionId, ...kept },
    update: kept,
    select: { versionId: true },
  });
}

/** Only a build knows which code it is: in development and in scripts every version is read anew. */
export function thisBuild(): string | null {
  return process.env.NODE_ENV === "development" ? null : (process.env.NEXT_PUBLIC_BUILD ?? null);
}

/** Written by `keepParsed` of the same build. */
function parseArticle(json: string): Article {
  return JSON.parse(json) as Article;
}
