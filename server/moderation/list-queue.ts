import "server-only";
import { anchorSchema } from "@/core/annotation/annotation";
import { noteDocumentSchema } from "@/core/annotation/note-document";
import type { Access } from "@/core/audience/access";
import { mayModerate } from "@/core/audience/moderation-policy";
import type { QueueEntry } from "@/core/moderation/moderation-view";
import type { Viewer } from "@/core/viewer/viewer";
import { loadAccess } from "../audience/load-access";
import { db } from "../db";
import { moderatedBy, moderatedGroups, openReports } from "./moderated-by";

const SHOWN = 100;

/** Whether somebody looks after anything at all. */
export function moderatesAnything(access: Access): boolean {
  return mayModerate(access, null) || moderatedGroups(access).length > 0;
}

/** What waits for the viewer, and what is hidden in what they look after: what was reported first comes first. */
export async function listQueue(viewer: Viewer): Promise<readonly QueueEntry[]> {
  const access = await loadAccess(viewer);
  if (!moderatesAnything(access)) return [];
  const [notes, replies, webAnnotations] = await Promise.all([
    listNotes(access),
    listReplies(access),
    mayModerate(access, null) ? listWebAnnotations(viewer) : [],
  ]);
  const entries = [...notes, ...replies, ...webAnnotations];
  const waits = ({ moderation }: QueueEntry) => (moderation === "hidden" ? 1 : 0);
  return entries.sort((a, b) => waits(a) - waits(b) || a.createdAt.localeCompare(b.createdAt));
}

const passage = {
  anchor: true,
  audience: true,
  article: { select: { slug: true } },
  group: { select: { name: true } },
} as const;

function waiting(access: Access) {
  return {
    OR: [
      { moderation: { in: ["held" as const, "hidden" as const] } },
      { moderation: "shown" as const, reports: { some: openReports(access) } },
    ],
  };
}

async function listNotes(access: Access): Promise<readonly QueueEntry[]> {
  const open = { ...openReports(access), replyId: null };
  const rows = await db().annotation.findMany({
    where: {
      AND: [
        moderatedBy(access),
        {
          OR: [
            { moderation: { in: ["held", "hidden"] } },
            { moderation: "shown", reports: { some: open } },
          ],
        },
      ],
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: SHOWN,
    select: {
      ...{ id: true, note: true, moderation: true, createdAt: true, ...passage },
      owner: { select: { name: true } },
      reports: { where: open, select: { kind: true, text: true } },
    },
  });
  return rows.map(({ id, owner, note, createdAt, moderation, reports, ...rest }) => ({
    target: { kind: "annotation", id },
    ...placed(rest),
    ...{ moderation, reports, source: null, authorName: owner.name || null },
    note: note === null ? null : noteDocumentSchema.parse(note),
    createdAt: createdAt.toISOString(),
  }));
}

async function listReplies(access: Access): Promise<readonly QueueEntry[]> {
  const { ownerId: _, ...inHands } = moderatedBy(access);
  const rows = await db().reply.findMany({
    where: {
      AND: [
        { deletedAt: null, annotation: inHands, NOT: { authorId: access.viewer?.id ?? "" } },
        waiting(access),
      ],
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: SHOWN,
    select: {
      ...{ id: true, note: true, moderation: true, createdAt: true },
      author: { select: { name: true } },
      annotation: { select: passage },
      reports: { where: openReports(access), select: { kind: true, text: true } },
    },
  });
  return rows.map(({ id, author, note, createdAt, moderation, reports, annotation }) => ({
    target: { kind: "reply", id },
    ...placed(annotation),
    ...{ moderation, reports, source: null, authorName: author?.name || null },
    note: noteDocumentSchema.parse(note),
    createdAt: createdAt.toISOString(),
  }));
}

async function listWebAnnotations(viewer: Viewer): Promise<readonly QueueEntry[]> {
  const rows = await db().webAnnotation.findMany({
    where: {
      ...{ isPublic: true, deletedAt: null, moderation: { in: ["held", "hidden"] } },
      ...{ annotationId: null, NOT: { ownerId: viewer.id } },
    },
    orderBy: [{ createdAt: "asc" }, { name: "asc" }],
    take: SHOWN,
    select: {
      ...{ name: true, document: true, moderation: true, createdAt: true },
      owner: { select: { name: true } },
    },
  });
  return rows.map(({ name, document, moderation, createdAt, owner }) => ({
    target: { kind: "web-annotation", name },
    ...{ moderation, passage: null, note: null, reports: [], groupName: null },
    ...{ audience: "public", authorName: owner.name || null },
    source: JSON.stringify(document, null, 1).slice(0, 2000),
    createdAt: createdAt.toISOString(),
  }));
}

function placed({
  anchor,
  audience,
  article,
  group,
}: {
  readonly anchor: unknown;
  readonly audience: QueueEntry["audience"];
  readonly article: { readonly slug: string };
  readonly group: { readonly name: string } | null;
}) {
  const { exact, side } = anchorSchema.parse(anchor);
  return {
    audience,
    passage: { exact: exact.slice(0, 300), language: side, slug: article.slug },
    groupName: audience === "group" ? (group?.name ?? null) : null,
  };
}
