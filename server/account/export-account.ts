import "server-only";
import { strToU8, zipSync } from "fflate";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";

/**
 * Everything a person owns here, as one ZIP: their account, what they wrote, what they are in, and the articles they
 * brought, as the files that `npm run import` and the content folder take.
 */
export async function exportAccount(viewer: Viewer): Promise<Uint8Array<ArrayBuffer>> {
  const id = viewer.id;
  const files: Record<string, Uint8Array> = {
    "account.json": json(await loadAccount(id)),
    "annotations.json": json(await loadAnnotations(id)),
    "replies.json": json(await loadReplies(id)),
    "groups.json": json(await loadGroups(id)),
    "links-and-tokens.json": json(await loadLinks(id)),
    "work-on-articles.json": json(await loadWork(id)),
    "reports.json": json(await loadReports(id)),
  };
  for (const { slug, number, de, en, alignment } of await loadArticles(id)) {
    const folder = `articles/${slug}/version-${number}`;
    files[`${folder}/de.mdx`] = strToU8(de);
    files[`${folder}/en.mdx`] = strToU8(en);
    files[`${folder}/alignment.json`] = strToU8(alignment);
  }
  for (const { importId, place, name, bytes } of await loadImportFiles(id)) {
    files[`imports/${importId}/${place}-${fileName(name)}`] = bytes;
  }
  return zipSync(files, { level: 6 });
}

function json(value: unknown): Uint8Array {
  return strToU8(`${JSON.stringify(value, null, 2)}\n`);
}

function loadAccount(id: string) {
  return db().user.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ id: true, name: true, email: true, emailVerified: true, isAnonymous: true },
      ...{ role: true, createdAt: true, updatedAt: true },
      notificationSettings: { select: { kind: true, isOn: true } },
      sessions: { select: { userAgent: true, createdAt: true, updatedAt: true, expiresAt: true } },
    },
  });
}

async function loadAnnotations(id: string) {
  const rows = await db().annotation.findMany({
    where: { ownerId: id },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, anchor: true, colour: true, note: true, audience: true, groupId: true },
      ...{ revision: true, createdAt: true, updatedAt: true, deletedAt: true, resolvedAt: true },
      article: { select: { slug: true } },
      tags: { select: { tag: { select: { name: true } } }, orderBy: { position: "asc" } },
    },
  });
  const webAnnotations = await db().webAnnotation.findMany({
    where: { ownerId: id },
    select: { name: true, document: true, isPublic: true, createdAt: true, updatedAt: true },
  });
  const annotations = rows.map(({ article, tags, ...rest }) => ({
    ...rest,
    article: article.slug,
    tags: tags.map(({ tag }) => tag.name),
  }));
  const tags = await db().tag.findMany({ where: { ownerId: id }, select: { name: true } });
  return { annotations, tags: tags.map(({ name }) => name), webAnnotations };
}

function loadReplies(id: string) {
  return db().reply.findMany({
    where: { authorId: id },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, annotationId: true, note: true },
      ...{ createdAt: true, updatedAt: true, deletedAt: true },
    },
  });
}

async function loadGroups(id: string) {
  const memberships = await db().membership.findMany({
    where: { userId: id },
    select: { role: true, joinedAt: true, group: { select: { id: true, name: true } } },
  });
  const progress = await db().assignmentProgress.findMany({
    where: { userId: id },
    select: {
      share: true,
      updatedAt: true,
      assignment: {
        select: { dueAt: true, article: { select: { slug: true } }, groupId: true },
      },
    },
  });
  return { memberships, progress };
}

/** Without the tokens themselves: nobody has them but whoever was given them. */
async function loadLinks(id: string) {
  const times = { createdAt: true, expiresAt: true, revokedAt: true } as const;
  const created = { createdById: id };
  return {
    shareLinks: await db().shareLink.findMany({
      where: created,
      select: { kind: true, annotationId: true, articleId: true, groupId: true, ...times },
    }),
    articlesOpened: await db().articleGuest.findMany({
      where: { userId: id },
      select: { openedAt: true, shareLink: { select: { article: { select: { slug: true } } } } },
    }),
    invitations: await db().invitation.findMany({
      where: created,
      select: { groupId: true, role: true, email: true, uses: true, maxUses: true, ...times },
    }),
    personalTokens: await db().personalToken.findMany({
      where: { ownerId: id },
      select: { name: true, scopes: true, lastUsedAt: true, ...times },
    }),
  };
}

function loadReports(id: string) {
  return db().noteReport.findMany({
    where: { reporterId: id },
    select: { annotationId: true, replyId: true, kind: true, text: true, createdAt: true },
  });
}

async function loadWork(id: string) {
  return {
    drafts: await db().draft.findMany({
      where: { editorId: id },
      select: { article: { select: { slug: true } }, createdAt: true, entries: true },
    }),
    comments: await db().rowComment.findMany({
      where: { authorId: id },
      select: { article: { select: { slug: true } }, rowId: true, text: true, createdAt: true },
    }),
    reports: await db().textReport.findMany({
      where: { reporterId: id },
      select: { article: { select: { slug: true } }, kind: true, quote: true, text: true },
    }),
    dismissals: await db().dismissedFinding.findMany({
      where: { dismissedById: id },
      select: { article: { select: { slug: true } }, rule: true, key: true, createdAt: true },
    }),
    audit: (
      await db().auditEntry.findMany({
        where: { actorId: id },
        select: { article: { select: { slug: true } }, action: true, createdAt: true },
      })
    ).map(({ article, ...rest }) => ({ ...rest, article: article.slug })),
  };
}

function loadImportFiles(id: string) {
  return db().importFile.findMany({
    where: { import: { ownerId: id } },
    orderBy: [{ importId: "asc" }, { place: "asc" }],
    select: { importId: true, place: true, name: true, bytes: true },
  });
}

/** A name that stays in its folder wherever the archive is unpacked. */
function fileName(name: string): string {
  return (
    name
      .replace(/[^\p{L}\p{N}. _-]/gu, "_")
      .replace(/^\.+/, "")
      .slice(-100) || "file"
  );
}

/** The articles the person brought, and the versions they made of others. */
async function loadArticles(id: string) {
  const rows = await db().articleVersion.findMany({
    where: { OR: [{ authorId: id }, { article: { importedById: id } }] },
    orderBy: [{ articleId: "asc" }, { number: "asc" }],
    select: {
      ...{ number: true, de: true, en: true, alignment: true },
      article: { select: { slug: true } },
    },
  });
  return rows.map(({ article, ...rest }) => ({ ...rest, slug: article.slug }));
}
