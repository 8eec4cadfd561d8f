import "server-only";
import { db } from "../db";
import { loadVersion } from "./load-version";
import { thisBuild } from "./parsed-version";

/**
 * Reads the versions that readers have and this build has not read yet, the longest first, until `limitMs` are over: an
 * article of thousands of rows takes seconds, which its first reader after an upgrade would wait for. What is left is read
 * when it is asked for. Gives how many were read.
 */
export async function readAhead(limitMs: number): Promise<number> {
  const build = thisBuild();
  if (build === null) return 0;
  const client = db();
  const end = Date.now() + limitMs;
  const unread = await client.$queryRaw<{ id: string }[]>`
    SELECT version."id" FROM "article"
    JOIN "article_version" version ON version."id" = "article"."currentVersionId"
    LEFT JOIN "parsed_version" parsed ON parsed."versionId" = version."id" AND parsed."build" = ${build}
    WHERE parsed."versionId" IS NULL
    ORDER BY length(version."alignment") DESC`;
  let count = 0;
  for (const { id } of unread) {
    if (Date.now() >= end) break;
    await loadVersion(id, client);
    count += 1;
  }
  return count;
}
