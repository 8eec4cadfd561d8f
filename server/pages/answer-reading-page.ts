import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { annotationServiceLink, securityHeaders } from "../http/security-headers";
import type { Encoding, readingPages, StoredPage } from "./reading-pages";
import { shownArticle } from "./shown-article";

// An address with another question in it, and what Next's router asks for, are Next's.
const address = /^(\/(?:de|en)\/read\/([a-z0-9-]+)(?:\/[a-z0-9]+){0,2})(?:\?knows=([\w-]{22}))?$/;
const routerHeaders = ["rsc", "next-router-prefetch", "next-router-state-tree", "next-action"];

/**
 * Sends the kept page of an article that everybody may read: it is the same for all, whoever is signed in. Whether they may
 * still, and which version they are shown, is asked each time. Gives back `false`, with nothing sent, for everything else.
 */
export async function answerReadingPage(
  request: IncomingMessage,
  response: ServerResponse,
  pages: ReturnType<typeof readingPages>,
): Promise<boolean> {
  const [, path, slug, known] = address.exec(request.url ?? "") ?? [];
  if (path === undefined || slug === undefined || request.method !== "GET") return false;
  if (routerHeaders.some((name) => name in request.headers)) return false;
  const article = await shownArticle(slug);
  if (!article) return false;
  // Where nobody has written and the reader keeps nothing here, the text is all there is to see until they move.
  const rests = known !== undefined || (!article.hasNotes && request.headers.cookie === undefined);
  const page = await pages.get({ path, versionId: article.versionId, rests });
  if (!page) return false;

  const encoding = chosenEncoding(request.headers["accept-encoding"] ?? "");
  if (known !== undefined) {
    sendKnowledge(response, page, { known, encoding });
    return true;
  }
  const isKnown = request.headers["if-none-match"]?.includes(page.etag) ?? false;
  response.writeHead(isKnown ? 304 : 200, {
    ...securityHeaders,
    "Content-Security-Policy": page.policy,
    Link: [page.link, annotationServiceLink].filter(Boolean),
    // Kept by the reader's browser, and asked for each time: the article may have been changed or withdrawn.
    "Cache-Control": "private, no-cache",
    ETag: page.etag,
    Vary: "rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch, Accept-Encoding",
    ...(isKnown ? {} : contentHeaders("text/html; charset=utf-8", page.body[encoding], encoding)),
  });
  response.end(isKnown ? undefined : page.body[encoding]);
  return true;
}

/** Whose page is of another version or build gets it anew, awake (anything in the cookie makes it so). */
const loadAnew = Buffer.from('document.cookie = "awake=1; path=/; max-age=60"; location.reload();');

function sendKnowledge(
  response: ServerResponse,
  { knowledge }: StoredPage,
  { known, encoding }: { known: string; encoding: Encoding },
): void {
  const isSame = known === knowledge.hash;
  const body = isSame ? knowledge.body[encoding] : loadAnew;
  response.writeHead(200, {
    ...securityHeaders,
    "Cache-Control": isSame ? "private, max-age=3600" : "no-store",
    Vary: "Accept-Encoding",
    ...contentHeaders("text/javascript; charset=utf-8", body, isSame ? encoding : "identity"),
  });
  response.end(body);
}

function contentHeaders(type: string, body: Buffer, encoding: Encoding) {
  return {
    "Content-Type": type,
    "Content-Length": body.length,
    ...(encoding === "identity" ? {} : { "Content-Encoding": encoding }),
  };
}

/** Of what a browser names; one that is named with `q=0` is rare enough to be sent the page plainly. */
function chosenEncoding(accepted: string): Encoding {
  if (accepted.includes("q=0")) return "identity";
  const names = accepted.split(",").map((one) => one.split(";")[0]?.trim());
  if (names.includes("br")) return "br";
  return names.includes("gzip") ? "gzip" : "identity";
}
