import "server-only";
import { randomUUID } from "node:crypto";
import { type Annotation, annotationOf } from "@/core/annotation/annotation";
import type { ImportedNote } from "@/core/notes/imported-note";
import { placeImport } from "@/core/notes/place-import";
import type { Viewer } from "@/core/viewer/viewer";
import { readAnnotation } from "@/formats/json-ld/read-annotation";
import type { WebAnnotation } from "@/formats/web-annotation/web-annotation-schema";
import { deleteAnnotation } from "../annotations/delete-annotation";
import { getAnnotation } from "../annotations/get-annotation";
import { putAnnotation } from "../annotations/put-annotation";
import { loadArticle } from "../articles/load-article";
import { db } from "../db";
import { env } from "../env";
import { type Refusal, refusal } from "../http/problem-reason";
import { findArticleAnnotation } from "./article-annotations";
import type { Written } from "./written-annotation";

type Result = { readonly ok: true; readonly written: Written } | Refusal;

/**
 * Puts an annotation of a passage here into the margin, where readers see it; `null` for one that stands on anything
 * else, or whose passage is not found beyond doubt: that one is kept as it was sent.
 */
export async function createOnArticle(
  viewer: Viewer,
  annotation: WebAnnotation,
): Promise<Result | null> {
  const note = readOurs(annotation);
  const [target] = note?.targets ?? [];
  const reading = target && (await loadArticle(viewer, target.slug));
  const placed = reading && placeImport(reading.article, target, reading.version.number);
  if (!note || !placed || placed.kind === "orphaned") return null;
  const body: Annotation = {
    ...{ id: randomUUID(), articleSlug: reading.slug, anchor: placed.anchor, twin: null },
    ...{ colour: note.colour ?? "yellow", note: note.note, tags: [...note.tags] },
    ...{ audience: audienceOf(annotation), groupId: null },
  };
  const put = await putAnnotation(viewer, body.id, changeOf(body, { kind: "absent" }));
  if (!put.ok) return put;
  await keepNames(viewer, body.id, annotation);
  return found(viewer, body.id);
}

/** Replaces the words, tags and colour of one of the viewer's; where it stands is changed by selecting, not by this. */
export async function replaceOnArticle(
  viewer: Viewer,
  name: string,
  annotation: WebAnnotation,
  revision: number,
): Promise<Result> {
  const stored = await getAnnotation(viewer, name);
  if (!stored?.isOwn) return refusal("not-found");
  const names = await db().webAnnotation.findFirst({ where: { annotationId: stored.id } });
  const canonical = names?.canonical ?? `urn:uuid:${stored.id}`;
  if (annotation.canonical !== undefined && annotation.canonical !== canonical) {
    return refusal("invalid", { fields: ["canonical"] });
  }
  const note = readOurs(annotation);
  if (!note) return refusal("invalid", { fields: ["target"] });
  const body: Annotation = {
    ...annotationOf(stored),
    ...{ colour: note.colour ?? stored.colour, note: note.note, tags: [...note.tags] },
  };
  const put = await putAnnotation(viewer, body.id, changeOf(body, { kind: "revision", revision }));
  return put.ok ? found(viewer, body.id) : refusal(put.reason);
}

export async function deleteOnArticle(
  viewer: Viewer,
  name: string,
  revision: number,
): Promise<{ readonly ok: true } | Refusal> {
  const change = changeOf(undefined, { kind: "revision", revision });
  const deleted = await deleteAnnotation(viewer, name.toLowerCase(), change);
  return deleted.ok ? { ok: true } : refusal(deleted.reason);
}

/** As a note on a passage of this installation; `null` for any other. */
function readOurs(annotation: WebAnnotation): ImportedNote | null {
  const first = [annotation.target].flat()[0];
  const source = typeof first === "object" ? (first?.source ?? first?.id) : first;
  if (typeof source !== "string") return null;
  if (URL.parse(source)?.origin !== env().PUBLIC_URL.origin) return null;
  const entry = readAnnotation(annotation, 0);
  return entry.kind === "note" ? entry : null;
}

/** Whoever posts to a public container publishes, unless the annotation names another audience. */
function audienceOf({ audience }: WebAnnotation): "me" | "public" {
  if (audience === undefined) return "public";
  const isPublic =
    typeof audience === "object" &&
    audience !== null &&
    "schema:audienceType" in audience &&
    audience["schema:audienceType"] === "public";
  return isPublic ? "public" : "me";
}

/** What it is called elsewhere: its canonical IRI, and where it came from (Web Annotation Protocol 5.1). */
async function keepNames(
  { id: ownerId }: Viewer,
  annotationId: string,
  { canonical, via, id }: WebAnnotation,
): Promise<void> {
  const origin = [via ?? []].flat()[0] ?? id ?? null;
  if (canonical === undefined && origin === null) return;
  await db().webAnnotation.create({
    data: {
      ...{ name: annotationId, ownerId, annotationId, document: {}, isPublic: false },
      ...{ canonical: canonical ?? null, via: origin },
    },
  });
}

function changeOf<Body>(
  body: Body,
  state: { readonly kind: "absent" } | { readonly kind: "revision"; readonly revision: number },
) {
  const key = randomUUID();
  return { key, fingerprint: key, state, body };
}

async function found(viewer: Viewer, id: string): Promise<Result> {
  const written = await findArticleAnnotation(viewer, id);
  return written ? { ok: true, written } : refusal("not-found");
}
