import { type NextRequest, NextResponse } from "next/server";
import createMiddleware from "next-intl/middleware";
import { routing } from "@/i18n/routing";

const localise = createMiddleware(routing);

/**
 * Sends paths without a language to one, and gives every page a nonce of its own.
 * It guards nothing: who may see what is decided in `server`.
 */
export default function proxy(request: NextRequest) {
  const policy = contentSecurityPolicy(newNonce());
  request.headers.set("Content-Security-Policy", policy); // Next reads the nonce from here and puts it on its inline scripts
  // Where a path cannot be read, no page stands: the reader is told so.
  const response = isReadable(request.nextUrl.pathname)
    ? localise(request)
    : NextResponse.rewrite(new URL(`/${routing.defaultLocale}/-`, request.url), { request });
  response.headers.set("Content-Security-Policy", policy);
  if (isArticle.test(request.nextUrl.pathname)) response.headers.append("Link", annotationService);
  return response;
}

// Web Annotation Protocol 4.4: where a program finds what was written about the page.
const isArticle = /^\/(?:de|en)\/read\//;
const annotationService = '</annotations/>; rel="http://www.w3.org/ns/oa#annotationService"';

export const config = {
  matcher: ["/((?!api/|annotations(?:/|$)|_next/|healthz$|.*\\..*).*)"],
};

/** Whether the path's percent signs stand for letters: "/de/read/%E0%A4%A" would be an error nobody can help. */
function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function newNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}

// See docs/decisions/002-csp-by-nonce.md. Style attributes carry numbers only (rows of the grid, places of cards).
function contentSecurityPolicy(nonce: string): string {
  const isDevelopment = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
