import "server-only";
import { z } from "zod";
import { mayChangeAnnotation } from "@/core/audience/annotation-policy";
import type { NewShareLink } from "@/core/sharing/share-input";
import type { Viewer } from "@/core/viewer/viewer";
import type { Prisma } from "@/prisma/generated/client";
import { findArticle } from "../articles/find-article";
import { db } from "../db";
import { seatFor } from "../groups/membership";
import { type Refusal, refusal } from "../http/problem-reason";
import { makeSecret } from "../secret-token";
import { findWork } from "../workbench/find-work";
import { stillOpen } from "./still-open";

const DAY_MS = 24 * 60 * 60 * 1000;

export type ShareLinkEntry = {
  readonly id: string;
  readonly kind: "annotation" | "notes" | "group" | "article";
  /** What it shows, in a few words of the text itself: a passage, or the slug of an article. */
  readonly about: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
};

export type ArticleLink = {
  readonly id: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly guests: number;
};

/** Makes a link. This is the only time that its token can be seen: a hash of it is kept. */
export async function makeShareLink(
  viewer: Viewer,
  input: NewShareLink,
): Promise<{ readonly ok: true; readonly id: string; readonly path: string } | Refusal> {
  const target = await targetOf(viewer, input);
  if (!target.ok) return target;
  const { token, tokenHash } = makeSecret();
  const expiresAt = input.days === null ? null : new Date(Date.now() + input.days * DAY_MS);
  const { id } = await db().shareLink.create({
    data: { ...target.columns, kind: input.kind, createdById: viewer.id, tokenHash, expiresAt },
    select: { id: true },
  });
  return { ok: true, id, path: `/shared/${token}` };
}

type Target =
  | {
      readonly ok: true;
      readonly columns: Pick<
        Prisma.ShareLinkUncheckedCreateInput,
        "annotationId" | "articleId" | "groupId"
      >;
    }
  | Refusal;

async function targetOf(viewer: Viewer, input: NewShareLink): Promise<Target> {
  switch (input.kind) {
    case "annotation":
      return annotationTarget(viewer, input.annotationId);
    case "notes": {
      const article = await findArticle(viewer, input.articleSlug);
      return article ? { ok: true, columns: { articleId: article.id } } : refusal("not-found");
    }
    case "article": {
      const work = await findWork(viewer, input.articleSlug);
      if (!work) return refusal("not-found");
      if (!work.rights.mayPublish) return refusal("not-allowed");
      // As with an annotation: whom it is for is said first.
      if (work.audience !== "link") return refusal("invalid", { fields: ["audience"] });
      return { ok: true, columns: { articleId: work.articleId } };
    }
    case "group": {
      const seat = await seatFor(viewer, input.groupId, "shareNotes");
      if (!seat.ok) return seat;
      const { groupId, articleSlug } = input;
      if (articleSlug === null) return { ok: true, columns: { groupId } };
      const article = await findArticle(viewer, articleSlug);
      return article
        ? { ok: true, columns: { groupId, articleId: article.id } }
        : refusal("not-found");
    }
  }
}

/** An annotation is for everyone with the link before there is a link to it: nothing opens by surprise. */
async function annotationTarget(viewer: Viewer, id: string): Promise<Target> {
  const row = await db().annotation.findFirst({
    where: { id, ownerId: viewer.id, deletedAt: null },
    select: {
      id: true,
      ownerId: true,
      audience: true,
      groupId: true,
      moderation: true,
      article: true,
    },
  });
  const access = { viewer, memberships: [], grants: [] };
  if (!row || !mayChangeAnnotation(access, { ...row, isDeleted: false })) {
    return refusal("not-found");
  }
  const isForLinks = row.audience === "link" || row.audience === "public";
  if (!isForLinks) return refusal("invalid", { fields: ["audience"] });
  return { ok: true, columns: { annotationId: id } };
}

/** The viewer's links that still open something, newest first, without their tokens. */
export async function listShareLinks(viewer: Viewer): Promise<readonly ShareLinkEntry[]> {
  const rows = await db().shareLink.findMany({
    where: { createdById: viewer.id, ...stillOpen() },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: 200,
    select: {
      ...{ id: true, kind: true, createdAt: true, expiresAt: true },
      annotation: { select: { anchor: true } },
      article: { select: { slug: true } },
      group: { select: { name: true } },
    },
  });
  return rows.map(({ annotation, article, group, createdAt, expiresAt, ...rest }) => ({
    ...rest,
    about: quoteOf(annotation?.anchor) ?? group?.name ?? article?.slug ?? "",
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
  }));
}

const quoted = z.object({ exact: z.string() });

function quoteOf(anchor: unknown): string | null {
  return quoted.safeParse(anchor).data?.exact.slice(0, 80) ?? null;
}

/** Ends a link at once, for whoever still holds it: its maker's own, and those to an article that the viewer publishes. */
export async function revokeShareLink(viewer: Viewer, id: string): Promise<Refusal | null> {
  if (!z.uuid().safeParse(id).success) return refusal("not-found");
  const link = await db().shareLink.findFirst({
    where: { id, revokedAt: null },
    select: { kind: true, createdById: true, article: { select: { slug: true } } },
  });
  const work =
    link?.kind === "article" && link.article ? await findWork(viewer, link.article.slug) : null;
  if (link?.createdById !== viewer.id && !work?.rights.mayPublish) return refusal("not-found");
  const { count } = await db().shareLink.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return count > 0 ? null : refusal("not-found");
}

/** The links to an article that still open it, newest first, with how many have opened it by each. */
export async function listArticleLinks(articleId: string): Promise<readonly ArticleLink[]> {
  const rows = await db().shareLink.findMany({
    where: { kind: "article", articleId, ...stillOpen() },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: 200,
    select: {
      ...{ id: true, createdAt: true, expiresAt: true },
      _count: { select: { guests: true } },
    },
  });
  return rows.map(({ _count, ...row }) => ({ ...row, guests: _count.guests }));
}
