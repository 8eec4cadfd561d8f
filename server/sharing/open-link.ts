import "server-only";
import type { Grant } from "@/core/audience/access";
import type { ArticleAudience } from "@/core/audience/article-policy";
import { mayInGroup } from "@/core/audience/group-policy";
import { db } from "../db";
import { roleOf } from "../groups/membership";
import { hashSecret } from "../secret-token";
import { stillOpen } from "./still-open";

export type OpenLink = {
  readonly id: string;
  readonly kind: "annotation" | "notes" | "group" | "article";
  /** Who shares, as far as they have a name; a group's name for a group's notes. */
  readonly from: string | null;
  readonly grant: Grant;
};

/** What a link opens now, as long as its maker might still make it; `null` when nothing, whatever the reason. */
export async function openLink(token: string): Promise<OpenLink | null> {
  if (token.length > 100) return null;
  const link = await db().shareLink.findFirst({
    where: { tokenHash: hashSecret(token), ...stillOpen() },
    include: {
      createdBy: { select: { name: true } },
      group: { select: { name: true } },
      article: { select: { audience: true, deletedAt: true } },
    },
  });
  if (!link) return null;
  const grant = await grantOf(link);
  if (!grant) return null;
  const from = link.kind === "group" ? (link.group?.name ?? null) : link.createdBy.name || null;
  return { id: link.id, kind: link.kind, from, grant };
}

type Link = {
  readonly kind: OpenLink["kind"];
  readonly createdById: string;
  readonly annotationId: string | null;
  readonly articleId: string | null;
  readonly groupId: string | null;
  readonly article: {
    readonly audience: ArticleAudience;
    readonly deletedAt: Date | null;
  } | null;
};

async function grantOf(link: Link): Promise<Grant | null> {
  const { kind, createdById, annotationId, articleId, groupId, article } = link;
  if (kind === "annotation") return annotationId ? { kind, annotationId } : null;
  if (kind === "notes") return articleId ? { kind, ownerId: createdById, articleId } : null;
  if (kind === "article") {
    const isOpen = article?.audience === "link" && article.deletedAt === null;
    return articleId && isOpen ? { kind, articleId } : null;
  }
  if (!groupId) return null;
  const role = await roleOf(createdById, groupId);
  return mayInGroup(role, "shareNotes") ? { kind, groupId, articleId } : null;
}
