import "server-only";
import { z } from "zod";
import type { StoredReply } from "@/core/annotation/reply";
import type { Access, Membership } from "@/core/audience/access";
import { type ArticleAccess, mayReadArticle } from "@/core/audience/article-policy";
import type { Viewer } from "@/core/viewer/viewer";
import { findAnyArticle } from "../articles/find-any-article";
import { loadStanding } from "../audience/load-standing";
import { shared } from "../gathered";
import { type Packed, pack } from "../http/packed";
import { listReplies } from "../replies/list-replies";
import { type PageRow, type Place, parsePlace, readPage, toJson } from "./read-page";

export const PAGE_SIZE = 200;

type Wanted = Partial<Record<"after" | "only", string | null>>;

/**
 * The annotations on an article that the viewer may see, oldest first, a page of them, as it leaves the server; `null` for an
 * article that they may not read or that is not there. `after`: what the last page said; `only`: the one of this id, with its
 * replies. Readers who see the same and have written nothing there themselves are given the same page, made once for all who
 * ask at the same time.
 */
export async function listAnnotations(
  viewer: Viewer | null,
  slug: string,
  { after = null, only = null }: Wanted = {},
): Promise<Packed | null> {
  const place = parsePlace(after);
  if (!place || (only !== null && !z.uuid().safeParse(only).success)) return null;
  const article = await findAnyArticle(slug);
  if (!article) return null;
  const { access, hasWritten } = await loadStanding({ viewer, articleId: article.id });
  if (!mayReadArticle(access, article)) return null;

  const ask = { article, place, only };
  const what = [article.id, after, only];
  if (!hasWritten && article.audience === "library") {
    const reader = viewer && anyReader;
    const key = JSON.stringify([...what, viewer !== null, keysOf(access.memberships)]);
    const page = await pages(key, () =>
      makePage({ ...ask, access: { ...access, viewer: reader, grants: [] } }),
    );
    // Else they have written since they were found not to have.
    if (!viewer || !page.people.has(viewer.id)) return page.packed;
  }
  const key = JSON.stringify([...what, "own", viewer?.id ?? null, access]);
  return (await pages(key, () => makePage({ ...ask, access }))).packed;
}

const pages = shared<Page>();

/** Whoever reads with an account, and has written nothing: no account has this id. */
const anyReader: Viewer = { id: "", isAnonymous: true, role: "reader" };

function keysOf(memberships: readonly Membership[]): readonly string[] {
  return memberships
    .map(({ groupId, role, isArchived }) => `${groupId} ${role} ${isArchived}`)
    .sort();
}

type Page = {
  readonly packed: Packed;
  /** Whose words are in it. */
  readonly people: ReadonlySet<string>;
};

type Ask = {
  readonly article: ArticleAccess & { readonly slug: string };
  readonly place: Place;
  readonly only: string | null;
  readonly access: Access;
};

async function makePage({ article, place, only, access }: Ask): Promise<Page> {
  const { seen, rows, next } = await readPage({ article, place, only, access, size: PAGE_SIZE });
  const replies = await listReplies(
    access.viewer,
    rows.map(({ id }) => id),
  );
  const annotations = rows.map((row) => toJson(row, article, access));
  // Each annotation is JSON already: PostgreSQL wrote it.
  const json = `{"annotations":[${annotations.join(",")}],"replies":${JSON.stringify(replies)},"seen":"${seen}","next":${JSON.stringify(next)}}`;
  return { packed: pack(json), people: peopleIn(rows, replies) };
}

function peopleIn(rows: readonly PageRow[], replies: readonly StoredReply[]): ReadonlySet<string> {
  return new Set([
    ...rows.map(({ ownerId }) => ownerId),
    ...replies.flatMap(({ author }) => (author ? [author.id] : [])),
  ]);
}
