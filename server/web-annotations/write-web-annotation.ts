import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { slugFrom } from "@/core/article/slug";
import type { Viewer } from "@/core/viewer/viewer";
import type { WebAnnotation } from "@/formats/web-annotation/web-annotation-schema";
import { db } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import { moderationFor } from "../moderation/hold";
import { findWebAnnotation } from "./find-web-annotation";
import { createOnArticle, deleteOnArticle, replaceOnArticle } from "./write-on-article";
import { toWritten, type Written, webAnnotationColumns } from "./written-annotation";

export type WriteResult = { readonly ok: true; readonly written: Written } | Refusal;

/**
 * Adds an annotation to the container (Web Annotation Protocol 5.1). Its address is made here, from the wished-for name
 * (`Slug`) where that is free; the id that it had elsewhere is kept as `via`.
 */
export async function createWebAnnotation(
  viewer: Viewer,
  annotation: WebAnnotation,
  slug: string | null,
): Promise<WriteResult> {
  const onArticle = await createOnArticle(viewer, annotation);
  if (onArticle) return onArticle;
  const { canonical, id } = annotation;
  const via = [annotation.via ?? []].flat()[0] ?? id ?? null;
  const columns = toColumns(annotation);
  const moderation = await db().$transaction((transaction) =>
    moderationFor(transaction, viewer, columns.isPublic ? "public" : "me"),
  );
  const data = { ownerId: viewer.id, canonical: canonical ?? null, via, moderation, ...columns };
  for (const name of namesFor(slug)) {
    const { count } = await db().webAnnotation.createMany({
      data: { name, ...data },
      skipDuplicates: true,
    });
    if (count === 0) continue; // taken, now or by one that was deleted
    const row = await db().webAnnotation.findUniqueOrThrow({
      where: { name },
      select: webAnnotationColumns,
    });
    return { ok: true, written: toWritten(row) };
  }
  throw new Error("A random name was taken");
}

/** Replaces one of the viewer's annotations (5.3). What its canonical IRI is was settled when it was made. */
export async function replaceWebAnnotation(
  viewer: Viewer,
  name: string,
  annotation: WebAnnotation,
  revision: number,
): Promise<WriteResult> {
  const own = await db().webAnnotation.findFirst({
    where: { name, ownerId: viewer.id, deletedAt: null, annotationId: null },
    select: { canonical: true },
  });
  if (!own) return replaceOnArticle(viewer, name, annotation, revision);
  const { canonical } = annotation;
  if (canonical !== undefined && canonical !== (own.canonical ?? canonical))
    return refusal("invalid", { fields: ["canonical"] });
  const { count } = await db().webAnnotation.updateMany({
    where: { name, ownerId: viewer.id, deletedAt: null, revision },
    data: {
      ...toColumns(annotation),
      canonical: canonical ?? own.canonical,
      revision: { increment: 1 },
      updatedAt: new Date(),
    },
  });
  return count === 1 ? found(viewer, name) : refusal("stale");
}

/** Takes one of the viewer's annotations out of the container (5.4); its address is never given to another. */
export async function deleteWebAnnotation(
  viewer: Viewer,
  name: string,
  revision: number,
): Promise<{ readonly ok: true } | Refusal> {
  const where = { name, ownerId: viewer.id, deletedAt: null, annotationId: null };
  if ((await db().webAnnotation.count({ where })) === 0) {
    return deleteOnArticle(viewer, name, revision);
  }
  const now = new Date();
  const { count } = await db().webAnnotation.updateMany({
    where: { ...where, revision },
    data: { deletedAt: now, updatedAt: now, revision: { increment: 1 } },
  });
  if (count === 1) return { ok: true };
  return refusal((await db().webAnnotation.count({ where })) === 1 ? "stale" : "not-found");
}

async function found(viewer: Viewer, name: string): Promise<WriteResult> {
  const written = await findWebAnnotation(viewer, name);
  return written ? { ok: true, written } : refusal("not-found");
}

function namesFor(slug: string | null): readonly string[] {
  const wished = slugFrom((slug ?? "").slice(0, 200));
  // That is what annotations in articles are called: nobody may take their place.
  const wish = z.uuid().safeParse(wished).success ? null : wished;
  const random = randomUUID();
  return wish ? [wish, `${wish}-${randomBytes(6).toString("hex")}`, random] : [random];
}

const jsonSchema = z.record(z.string(), z.json());

/** Whoever posts to a public container publishes, unless the annotation names another audience: see docs/protocol.md. */
function toColumns({ id: _, canonical: __, via: ___, ...document }: WebAnnotation) {
  return { document: jsonSchema.parse(document), isPublic: document.audience === undefined };
}
