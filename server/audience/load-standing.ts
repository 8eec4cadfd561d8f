import "server-only";
import type { Access } from "@/core/audience/access";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";
import { gathered } from "../gathered";
import { loadAccesses } from "./load-access";

/** What somebody may do, and whether a list of an article's annotations tells them apart from others who may do the same. */
export type Standing = {
  readonly access: Access;
  /** An annotation or an answer there, deleted or not. */
  readonly hasWritten: boolean;
};

type Asked = { readonly viewer: Viewer | null; readonly articleId: string };

/** How somebody stands to an article's annotations now; for all who ask at once in the same few queries. */
export async function loadStanding({ viewer, articleId }: Asked): Promise<Standing> {
  if (!viewer) return { access: { viewer, memberships: [], grants: [] }, hasWritten: false };
  return load({ viewer, articleId });
}

const load = gathered(async (asked: readonly (Asked & { readonly viewer: Viewer })[]) => {
  const [accesses, writers] = await Promise.all([
    loadAccesses(asked.map(({ viewer }) => viewer)),
    findWriters(asked),
  ]);
  return asked.map(({ viewer, articleId }) => ({
    access: accesses.get(viewer.id) ?? { viewer, memberships: [], grants: [] },
    hasWritten: writers.has(placeOf(viewer.id, articleId)),
  }));
});

async function findWriters(
  asked: readonly (Asked & { readonly viewer: Viewer })[],
): Promise<ReadonlySet<string>> {
  const rows = await db().$queryRaw<{ userId: string; articleId: string }[]>`
    SELECT "userId", "articleId"::text
    FROM unnest(
      ${asked.map(({ viewer }) => viewer.id)}::text[],
      ${asked.map(({ articleId }) => articleId)}::uuid[]
    ) AS asked ("userId", "articleId")
    WHERE ( -- not EXISTS: where one person wrote nearly all of them, PostgreSQL would read them all for everybody else
      SELECT annotation.id FROM annotation
      WHERE annotation."ownerId" = asked."userId" AND annotation."articleId" = asked."articleId"
      ORDER BY annotation."createdAt" LIMIT 1
    ) IS NOT NULL OR EXISTS (
      SELECT FROM reply JOIN annotation ON annotation.id = reply."annotationId"
      WHERE reply."authorId" = asked."userId" AND annotation."articleId" = asked."articleId"
    )`;
  return new Set(rows.map(({ userId, articleId }) => placeOf(userId, articleId)));
}

function placeOf(userId: string, articleId: string): string {
  return `${articleId} ${userId}`;
}
