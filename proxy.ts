import { type NextRequest, NextResponse } from "next/server";
import createMiddleware from "next-intl/middleware";
import { routing } from "@/i18n/routing";
import { annotationServiceLink, contentSecurityPolicy } from "@/server/http/security-headers";

const localise = createMiddleware(routing);

/**
 * Sends paths without a language to one, and gives every page a nonce of its own.
 * It guards nothing: who may see what is decided in `server`.
 */
export default function proxy(request: NextRequest) {
  const policy = policyWithNonce(newNonce());
  request.headers.set("Content-Security-Policy", policy); // Next reads the nonce from here and puts it on its inline scripts
  // Where a path cannot be read, no page stands: the reader is told so.
  const response = isReadable(request.nextUrl.pathname)
    ? localise(request)
    : NextResponse.rewrite(new URL(`/${routing.defaultLocale}/-`, request.url), { request });
  response.headers.set("Content-Security-Policy", policy);
  if (isArticle.test(request.nextUrl.pathname))
    response.headers.append("Link", annotationServiceLink);
  return response;
}

const isArticle = /^\/(?:de|en)\/read\//;

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

function policyWithNonce(nonce: string): string {
  const isDevelopment = process.env.NODE_ENV === "development";
  return contentSecurityPolicy({
    scripts: [`'nonce-${nonce}'`, ...(isDevelopment ? ["'unsafe-eval'"] : [])],
    styles: [isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`],
  });
}
