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
 * replies. Readers who see the same are given the same page, made once for all who ask at the same time, unless they may have
 * written something that is on it.
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
  const { access, writtenFrom } = await loadStanding({ viewer, articleId: article.id });
  if (!mayReadArticle(access, article)) return null;

  const ask = { article, place, only };
  const what = [article.id, after, only];
  const end = ends.get(JSON.stringify(what)) ?? null;
  const isLikely = writtenFrom === null || (end !== null && writtenFrom > end);
  if (isLikely && article.audience === "library") {
    const reader = viewer && anyReader;
    const key = JSON.stringify([...what, viewer !== null, keysOf(access.memberships)]);
    const page = await pages(key, () =>
      makePage({ ...ask, access: { ...access, viewer: reader, grants: [] } }),
    );
    keepEnd(JSON.stringify(what), page.end);
    const isBefore = writtenFrom === null || (page.end !== null && writtenFrom > page.end);
    // Who is on it all the same has written since they were asked for.
    if (!viewer || (isBefore && !page.people.has(viewer.id))) return page.packed;
  }
  const key = JSON.stringify([...what, "own", viewer?.id ?? null, access]);
  const page = await pages(key, () => makePage({ ...ask, access }));
  keepEnd(JSON.stringify(what), page.end);
  return page.packed;
}

const MOST_ENDS = 1000;

/** Where pages ended when they were made last: says only whether it is worth while to look at the page that all are given. */
const ends = new Map<string, string | null>();

function keepEnd(what: string, end: string | null): void {
  ends.delete(what);
  ends.set(what, end);
  const [oldest] = ends.keys();
  if (ends.size > MOST_ENDS && oldest !== undefined) ends.delete(oldest);
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
  /** When the last annotation on it was made, where others follow: what was made later is not on it. ISO 8601 in UTC. */
  readonly end: string | null;
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
  const end = next === null ? null : (rows.at(-1)?.createdAt ?? null);
  return { packed: pack(json), people: peopleIn(rows, replies), end };
}

function peopleIn(rows: readonly PageRow[], replies: readonly StoredReply[]): ReadonlySet<string> {
  return new Set([
    ...rows.map(({ ownerId }) => ownerId),
    ...replies.flatMap(({ author }) => (author ? [author.id] : [])),
  ]);
}
