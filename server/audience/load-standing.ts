import "server-only";
import type { Access } from "@/core/audience/access";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";
import { gathered } from "../gathered";
import { loadAccesses } from "./load-access";

/** What somebody may do, and whether a list of an article's annotations tells them apart from others who may do the same. */
export type Standing = {
  readonly access: Access;
  /**
   * When the first annotation there was made that is theirs, or under which they answered, deleted or not: ISO 8601 in UTC; `null`
   * where they have written nothing.
   */
  readonly writtenFrom: string | null;
};

type Asked = { readonly viewer: Viewer | null; readonly articleId: string };

/** How somebody stands to an article's annotations now; for all who ask at once in the same few queries. */
export async function loadStanding({ viewer, articleId }: Asked): Promise<Standing> {
  if (!viewer) return { access: { viewer, memberships: [], grants: [] }, writtenFrom: null };
  return load({ viewer, articleId });
}

const load = gathered(async (asked: readonly (Asked & { readonly viewer: Viewer })[]) => {
  const [accesses, first] = await Promise.all([
    loadAccesses(asked.map(({ viewer }) => viewer)),
    findFirst(asked),
  ]);
  return asked.map(({ viewer, articleId }) => ({
    access: accesses.get(viewer.id) ?? { viewer, memberships: [], grants: [] },
    writtenFrom: first.get(placeOf(viewer.id, articleId)) ?? null,
  }));
});

async function findFirst(
  asked: readonly (Asked & { readonly viewer: Viewer })[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db().$queryRaw<{ userId: string; articleId: string; first: Date | null }[]>`
    SELECT "userId", "articleId"::text, least(
      ( -- not min(): where one person wrote nearly all of them, PostgreSQL would read them all for everybody else
        SELECT annotation."createdAt" FROM annotation
        WHERE annotation."ownerId" = asked."userId" AND annotation."articleId" = asked."articleId"
        ORDER BY annotation."createdAt" LIMIT 1
      ), (
        SELECT min(annotation."createdAt") FROM reply
        JOIN annotation ON annotation.id = reply."annotationId"
        WHERE reply."authorId" = asked."userId" AND annotation."articleId" = asked."articleId"
      )) AS first
    FROM unnest(
      ${asked.map(({ viewer }) => viewer.id)}::text[],
      ${asked.map(({ articleId }) => articleId)}::uuid[]
    ) AS asked ("userId", "articleId")`;
  return new Map(
    rows.flatMap(({ userId, articleId, first }) =>
      first ? [[placeOf(userId, articleId), first.toISOString()]] : [],
    ),
  );
}

function placeOf(userId: string, articleId: string): string {
  return `${articleId} ${userId}`;
}
