import "server-only";
import { createHash } from "node:crypto";

/** Answers with HTML that is part of a page, or with 304 to a browser that has it. */
export function fragment(request: Request, html: string, cacheControl: string): Response {
  const etag = `"${createHash("sha256").update(html).digest("base64url").slice(0, 22)}"`;
  const headers = { etag, "cache-control": cacheControl };
  const known = request.headers.get("if-none-match") ?? "";
  if (known.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(html, {
    headers: { ...headers, "content-type": "text/html; charset=utf-8" },
  });
}
