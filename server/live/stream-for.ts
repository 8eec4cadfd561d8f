import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import { findArticle } from "../articles/find-article";
import { openStream } from "./open-stream";

const MAX_ARTICLES = 20; // as many tabs as one browser is likely to read in

/** The stream that a request asks for (`?article=…&article=…`, `&after=` the last id it was given); `null` where there is no article that the viewer may read. */
export async function streamFor(
  viewer: Viewer | null,
  request: Request,
): Promise<ReadableStream<Uint8Array> | null> {
  const { searchParams } = new URL(request.url);
  const slugs = searchParams.getAll("article").slice(0, MAX_ARTICLES);
  const found = await Promise.all(slugs.map((slug) => findArticle(viewer, slug)));
  const articleIds = found.flatMap((article) => (article ? [article.id] : []));
  if (articleIds.length === 0) return null;
  const last = request.headers.get("last-event-id") ?? searchParams.get("after") ?? "";
  const lastSeen = /^\d{1,18}$/.test(last) ? BigInt(last) : null;
  return openStream({ viewer, articleIds, lastSeen });
}
