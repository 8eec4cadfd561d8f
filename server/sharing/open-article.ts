import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import { mayOpenLink } from "../http/rate-limits";
import { openLink } from "./open-link";

/** Lets the viewer read the article that a link is to, as long as the link holds; opening it twice is opening it once. */
export async function openArticle(
  viewer: Viewer,
  headers: Headers,
  token: string,
): Promise<{ readonly ok: true; readonly slug: string } | Refusal> {
  const limit = mayOpenLink(headers);
  if (!limit.ok) return limit;
  const link = await openLink(token);
  if (link?.grant.kind !== "article") return refusal("link-invalid");
  const guest = { shareLinkId: link.id, userId: viewer.id };
  await db().articleGuest.createMany({ data: guest, skipDuplicates: true });
  const { slug } = await db().article.findUniqueOrThrow({
    where: { id: link.grant.articleId },
    select: { slug: true },
  });
  return { ok: true, slug };
}
