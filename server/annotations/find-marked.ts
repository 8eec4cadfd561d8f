import "server-only";
import type { Membership } from "@/core/audience/access";
import type { ArticleAccess } from "@/core/audience/article-policy";
import { db } from "../db";
import { gathered } from "../gathered";

type Asked = {
  readonly slug: string;
  /** The number of a version of it. */
  readonly version: number;
  readonly userId: string;
  /** Whom something is for. */
  readonly groupId: string | null;
};

/** All that has to be known before somebody's mark is written. */
export type Marked = {
  readonly article: ArticleAccess & {
    readonly slug: string;
    readonly currentVersionId: string | null;
  };
  /** Of the version that was read. */
  readonly versionId: string;
  readonly author: { readonly id: string; readonly name: string };
  /** In the group that was asked for. */
  readonly memberships: readonly Membership[];
  readonly groupName: string | null;
  /** By the clock of the database, which all processes share. */
  readonly now: Date;
};

/**
 * An article that everyone reads, with a version of it that readers were shown, and whoever marks it; `null` where there is no
 * such article or version. In one query for all who ask at once.
 */
export const findMarked = gathered(async (asked: readonly Asked[]) => {
  const rows = await db().$queryRaw<Row[]>`
    SELECT asked.place::int, article.id::text, article.slug, article."importedById",
      article."currentVersionId"::text, version.id::text AS "versionId", "user".id AS "userId", "user".name,
      "group".id::text AS "groupId", "group".name AS "groupName", "group"."archivedAt",
      membership.role::text, date_trunc('milliseconds', now()) AS now
    FROM unnest(
      ${asked.map(({ slug }) => slug)}::text[],
      ${asked.map(({ version }) => version)}::int[],
      ${asked.map(({ userId }) => userId)}::text[],
      ${asked.map(({ groupId }) => groupId)}::uuid[]
    ) WITH ORDINALITY AS asked (slug, version, "userId", "groupId", place)
    JOIN article ON article.slug = asked.slug AND article.audience = 'library' AND article."deletedAt" IS NULL
    JOIN article_version AS version ON version."articleId" = article.id
      AND version.number = asked.version AND version."shownSince" IS NOT NULL
    JOIN "user" ON "user".id = asked."userId"
    LEFT JOIN membership ON membership."groupId" = asked."groupId" AND membership."userId" = asked."userId"
    LEFT JOIN "group" ON "group".id = membership."groupId"`;
  const byPlace = new Map(rows.map((row) => [row.place, toMarked(row)]));
  return asked.map((_, index) => byPlace.get(index + 1) ?? null);
});

type Row = {
  readonly place: number;
  readonly id: string;
  readonly slug: string;
  readonly importedById: string | null;
  readonly currentVersionId: string | null;
  readonly versionId: string;
  readonly userId: string;
  readonly name: string;
  readonly groupId: string | null;
  readonly groupName: string | null;
  readonly archivedAt: Date | null;
  readonly role: Membership["role"] | null;
  readonly now: Date;
};

function toMarked({
  id,
  slug,
  importedById,
  currentVersionId,
  groupId,
  role,
  ...row
}: Row): Marked {
  const library = { audience: "library", groupId: null } as const;
  const isArchived = row.archivedAt !== null;
  return {
    article: { id, slug, importedById, currentVersionId, ...library },
    versionId: row.versionId,
    author: { id: row.userId, name: row.name },
    memberships: groupId && role ? [{ groupId, role, isArchived }] : [],
    groupName: row.groupName,
    now: row.now,
  };
}
