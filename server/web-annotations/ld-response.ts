import "server-only";
import { createHash } from "node:crypto";
import {
  annotationType,
  constrainedBy,
  containerType,
  mediaType,
  profiledMediaType,
  protocolSpecification,
  resourceType,
} from "@/formats/web-annotation/vocabulary";

/** What every answer about the container says, refusals included (Web Annotation Protocol 4.1). */
export const containerHeaders = {
  link: [
    `<${containerType}>; rel="type"`,
    `<${protocolSpecification}>; rel="${constrainedBy}"`,
  ].join(", "),
  allow: "GET, HEAD, OPTIONS, POST",
  "accept-post": `${profiledMediaType}, ${mediaType}, application/json`,
};

/** What every answer about one annotation says (3). */
export const annotationHeaders = {
  link: [`<${resourceType}>; rel="type"`, `<${annotationType}>; rel="type"`].join(", "),
  allow: "GET, HEAD, OPTIONS, PUT, DELETE",
};

/** Any site's script may ask as anybody or with a token; no browser sends our cookies along with such a request. */
const sharing = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "allow, accept-post, content-location, etag, link, location",
};

/** JSON-LD with an ETag; 304 for a client that has it. What is answered differs by viewer, so only they may keep it. */
export function ldResponse(
  request: Request,
  body: unknown,
  { status = 200, headers = {} }: { status?: number; headers?: Readonly<Record<string, string>> },
): Response {
  const text = JSON.stringify(body);
  const etag =
    headers.etag ?? `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
  const all = {
    ...sharing,
    "cache-control": "private, no-cache",
    vary: "Accept, Prefer, Authorization, Cookie",
    ...headers,
    etag,
  };
  const known = request.headers.get("if-none-match") ?? "";
  if (status === 200 && known.split(/\s*,\s*/).includes(etag))
    return new Response(null, { status: 304, headers: all });
  return new Response(request.method === "HEAD" ? null : text, {
    status,
    headers: { ...all, "content-type": profiledMediaType },
  });
}

/** The answer to `OPTIONS`, which is also what browsers ask before a script of another site may write. */
export function optionsResponse(headers: Readonly<Record<string, string>>): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...headers,
      ...sharing,
      "access-control-allow-methods": headers.allow ?? "",
      "access-control-allow-headers":
        "accept, authorization, content-type, if-match, if-none-match, prefer, slug",
      "access-control-max-age": "86400",
    },
  });
}

/** Adds what has to stand on every answer to one that was made elsewhere. */
export function withHeaders(
  response: Response,
  headers: Readonly<Record<string, string>>,
): Response {
  for (const [name, value] of Object.entries({ ...sharing, ...headers })) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  if (response.status === 401)
    response.headers.set("www-authenticate", 'Bearer realm="Zwiesprache"');
  return response;
}
