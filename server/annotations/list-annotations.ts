import "server-only";
import { z } from "zod";
import type { StoredAnnotation } from "@/core/annotation/annotation";
import type { StoredReply } from "@/core/annotation/reply";
import type { Viewer } from "@/core/viewer/viewer";
import { findArticle } from "../articles/find-article";
import { loadAccess } from "../audience/load-access";
import { visibleOnReadArticle } from "../audience/visible-annotations";
import { db } from "../db";
import { lastSequence } from "../live/load-changes";
import { listReplies } from "../replies/list-replies";
import { tombstones } from "../replies/tombstones";
import { annotationColumns, toStoredAnnotation } from "./stored-annotation";

export type AnnotationPage = {
  readonly annotations: readonly StoredAnnotation[];
  /** The answers to these annotations, oldest first. */
  readonly replies: readonly StoredReply[];
  /** The entry of the change feed up to which this page is sure to be complete. */
  readonly seen: string;
  /** Asks for what follows; `null` on the last page. */
  readonly next: string | null;
};

export const PAGE_SIZE = 200;

/**
 * The annotations on an article that the viewer may see, oldest first, a page of them; `null` for an article that they
 * may not read or that is not there. `after`: what the last page said; `only`: the one of this id, with its replies.
 */
export async function listAnnotations(
  viewer: Viewer | null,
  slug: string,
  { after = null, only = null }: Partial<Record<"after" | "only", string | null>> = {},
): Promise<AnnotationPage | null> {
  const article = await findArticle(viewer, slug);
  const place = parsePlace(after);
  if (!article || !place) return null;
  if (only !== null && !z.uuid().safeParse(only).success) return null;

  const seen = String(await lastSequence()); // before the query: told of a change twice is better than never
  const access = await loadAccess(viewer);
  const visible = visibleOnReadArticle(access);
  const here = { articleId: article.id, ...following(place), ...(only && { id: only }) };
  const rows = await db().annotation.findMany({
    where: { AND: [here, { OR: [visible, tombstones(viewer, visible)] }] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: PAGE_SIZE + 1,
    select: columnsOnArticle,
  });
  const page = rows.slice(0, PAGE_SIZE);
  const replies = await listReplies(
    viewer,
    page.map(({ id }) => id),
  );
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined;
  return {
    annotations: page.map((row) =>
      withoutDeletedWords(toStoredAnnotation({ ...row, article }, access)),
    ),
    replies,
    seen,
    next: last ? `${last.createdAt.toISOString()}_${last.id}` : null,
  };
}

const { article: _, ...columnsOnArticle } = annotationColumns;

type Place = { readonly kind: "start" } | { readonly kind: "after"; createdAt: Date; id: string };

const placeSchema = z.tuple([z.iso.datetime(), z.uuid()]);

function parsePlace(after: string | null): Place | null {
  if (after === null) return { kind: "start" };
  const parts = placeSchema.safeParse(after.split("_"));
  if (!parts.success) return null;
  return { kind: "after", createdAt: new Date(parts.data[0]), id: parts.data[1] };
}

function following(place: Place) {
  if (place.kind === "start") return {};
  const { createdAt, id } = place;
  return { OR: [{ createdAt: { gt: createdAt } }, { createdAt, id: { gt: id } }] };
}

function withoutDeletedWords(stored: StoredAnnotation): StoredAnnotation {
  return stored.isDeleted ? { ...stored, note: null, tags: [] } : stored;
}
