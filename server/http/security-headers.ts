/** What every answer says, whoever gives it: Next.js (`next.config.ts`) or `app/answer-directly.ts`. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Cross-Origin-Opener-Policy": "same-origin",
};

type Sources = {
  /** Beside our own files: a nonce, or hashes of what stands in the page. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
};

/**
 * The content security policy of a page. See docs/decisions/002-csp-by-nonce.md. Style attributes carry numbers only (rows of the
 * grid, places of cards).
 */
export function contentSecurityPolicy({ scripts, styles }: Sources): string {
  return [
    "default-src 'self'",
    ["script-src 'self'", ...scripts].join(" "),
    ["style-src 'self'", ...styles].join(" "),
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Web Annotation Protocol 4.4: where a program finds what was written about an article's page. */
export const annotationServiceLink =
  '</annotations/>; rel="http://www.w3.org/ns/oa#annotationService"';
