import "server-only";
import { z } from "zod";
import type { Access } from "@/core/audience/access";
import type { AnnotationAudience, Moderation } from "@/core/audience/annotation-policy";
import { mayAnswerAnnotation } from "@/core/audience/annotation-policy";
import type { ArticleAccess } from "@/core/audience/article-policy";
import { Prisma } from "@/prisma/generated/client";
import { visibleOnReadArticle } from "../audience/visible-annotations";
import { db } from "../db";
import { isTombstone } from "../replies/is-tombstone";

/** Where a page begins: at the start, or after an annotation. */
export type Place = { readonly createdAt: string; readonly id: string } | "start";

const placeSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** The place in what a page before said of the next; `null` where it says none. */
export function parsePlace(after: string | null): Place | null {
  if (after === null) return "start";
  const parts = placeSchema.safeParse(after.split("_"));
  return parts.success ? { createdAt: parts.data[0], id: parts.data[1] } : null;
}

type Asked = {
  /** One that was found to be read by whoever asks. */
  readonly article: ArticleAccess & { readonly slug: string };
  readonly access: Access;
  readonly place: Place;
  readonly only: string | null;
  readonly size: number;
};

/** An annotation of a page: what decides who may do what with it, and all else as the JSON that leaves the server. */
export type PageRow = {
  readonly id: string;
  readonly ownerId: string;
  readonly audience: AnnotationAudience;
  readonly groupId: string | null;
  readonly moderation: Moderation;
  readonly isDeleted: boolean;
  readonly createdAt: string;
  readonly json: string;
};

type Page = {
  readonly rows: readonly PageRow[];
  /** The entry of the change feed up to which the page is complete. */
  readonly seen: string;
  /** The place of what follows; `null` on the last page. */
  readonly next: string | null;
};

/**
 * Reads a page of an article's annotations, oldest first, and how far the feed had come at that moment, in one query.
 * PostgreSQL writes them as JSON: making objects of two hundred only to write them down again takes ten times as long.
 */
export async function readPage({ article, access, place, only, size }: Asked): Promise<Page> {
  const found = await db().$queryRaw<({ seen: string } & (PageRow | { id: null }))[]>`
    WITH page AS (
      SELECT * FROM annotation
      WHERE annotation."articleId" = ${article.id}::uuid AND ${following(place)} AND ${named(only)}
        AND ${visibleOnReadArticle(access)}
        AND (annotation."deletedAt" IS NULL OR ${isTombstone(access.viewer)})
      ORDER BY annotation."createdAt", annotation.id
      LIMIT ${size + 1}
    )
    SELECT feed.seen, listed.*
    FROM (SELECT coalesce(max(sequence), 0)::text AS seen FROM change) AS feed
    LEFT JOIN (
      SELECT page.id::text, page."ownerId", page.audience::text, page."groupId"::text,
        page.moderation::text, page."deletedAt" IS NOT NULL AS "isDeleted",
        ${iso('page."createdAt"')} AS "createdAt",
        json_build_object(
          'id', page.id, 'articleSlug', ${article.slug}::text, 'anchor', page.anchor, 'twin', page.twin,
          'colour', page.colour, 'audience', page.audience, 'groupId', page."groupId",
          'note', CASE WHEN page."deletedAt" IS NULL THEN page.note END,
          'tags', coalesce((
            SELECT json_agg(tag.name ORDER BY annotation_tag.position)
            FROM annotation_tag JOIN tag ON tag.id = annotation_tag."tagId"
            WHERE annotation_tag."annotationId" = page.id AND page."deletedAt" IS NULL
          ), '[]'),
          'author', json_build_object('id', "user".id, 'name', nullif("user".name, '')),
          'groupName', "group".name, 'revision', page.revision,
          'createdAt', ${iso('page."createdAt"')}, 'updatedAt', ${iso('page."updatedAt"')},
          'resolvedAt', ${iso('page."resolvedAt"')}, 'isDeleted', page."deletedAt" IS NOT NULL
        )::text AS json
      FROM page
      JOIN "user" ON "user".id = page."ownerId"
      LEFT JOIN "group" ON "group".id = page."groupId"
    ) AS listed ON TRUE
    ORDER BY listed."createdAt", listed.id`;
  const rows = found.flatMap((row) => (row.id === null ? [] : [row]));
  const last = rows.length > size ? rows[size - 1] : undefined;
  return {
    rows: rows.slice(0, size),
    seen: found[0]?.seen ?? "0",
    next: last ? `${last.createdAt}_${last.id}` : null,
  };
}

/** The annotation as it is given to whoever asked. */
export function toJson({ json, ...row }: PageRow, article: ArticleAccess, access: Access): string {
  const mayAnswer = mayAnswerAnnotation(access, { ...row, article });
  const own = {
    isOwn: row.ownerId === access.viewer?.id,
    mayAnswer,
    ...(row.moderation !== "shown" && { moderation: row.moderation }),
  };
  return `${json.slice(0, -1)},${JSON.stringify(own).slice(1)}`;
}

/** A time of the database as ISO 8601 in UTC; `column` is ours, never a reader's. */
function iso(column: 'page."createdAt"' | 'page."updatedAt"' | 'page."resolvedAt"'): Prisma.Sql {
  return Prisma.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
}

function following(place: Place): Prisma.Sql {
  if (place === "start") return Prisma.sql`TRUE`;
  const { createdAt, id } = place;
  return Prisma.sql`(annotation."createdAt", annotation.id) > (${createdAt}::timestamptz, ${id}::uuid)`;
}

function named(only: string | null): Prisma.Sql {
  return only === null ? Prisma.sql`TRUE` : Prisma.sql`annotation.id = ${only}::uuid`;
}
