import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { currentViewer } from "@/server/viewer";
import {
  containerHeaders,
  ldResponse,
  optionsResponse,
  withHeaders,
} from "@/server/web-annotations/ld-response";
import { mayWrite, readWebAnnotation } from "@/server/web-annotations/read-web-annotation";
import { representContainer } from "@/server/web-annotations/represent-container";
import { createWebAnnotation } from "@/server/web-annotations/write-web-annotation";

// The container of the Web Annotation Protocol (W3C Recommendation of 23 February 2017), at /annotations/ and its pages.

export async function GET(request: Request) {
  const { pathname, searchParams } = new URL(request.url);
  if (!pathname.endsWith("/")) return toContainer();
  const response = await answer(request, async () => {
    const viewer = await currentViewer(request, "annotations:read");
    const prefer = request.headers.get("prefer");
    const result = await representContainer(viewer, searchParams, prefer);
    if (!result.ok) return result;
    const headers = { ...containerHeaders, ...result.headers };
    return ldResponse(request, result.body, { headers });
  });
  return withHeaders(response, containerHeaders);
}

export async function POST(request: Request) {
  const response = await answer(request, async () => {
    const viewer = await currentViewer(request, "annotations:write");
    if (!viewer) return refusal("signed-out");
    const permission = mayWrite(request, viewer);
    if (!permission.ok) return permission;

    const input = await readWebAnnotation(request);
    if (!input.ok) return input;

    const slug = request.headers.get("slug");
    const result = await createWebAnnotation(viewer, input.annotation, slug);
    if (!result.ok) return result;
    const { document, revision } = result.written;
    const headers = { ...containerHeaders, location: document.id, etag: `"${revision}"` };
    return ldResponse(request, document, { status: 201, headers });
  });
  return withHeaders(response, containerHeaders);
}

export function OPTIONS() {
  return optionsResponse(containerHeaders);
}

/** The container's address ends in a slash, whatever was asked for. */
function toContainer(): Response {
  return new Response(null, {
    status: 308,
    headers: { ...containerHeaders, location: "/annotations/" },
  });
}
