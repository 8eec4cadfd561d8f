import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { currentViewer } from "@/server/viewer";
import { findWebAnnotation } from "@/server/web-annotations/find-web-annotation";
import {
  annotationHeaders,
  ldResponse,
  optionsResponse,
  withHeaders,
} from "@/server/web-annotations/ld-response";
import {
  mayWrite,
  readRevision,
  readWebAnnotation,
} from "@/server/web-annotations/read-web-annotation";
import {
  deleteWebAnnotation,
  replaceWebAnnotation,
} from "@/server/web-annotations/write-web-annotation";
import type { Written } from "@/server/web-annotations/written-annotation";

type Context = { params: Promise<{ name: string }> };

export async function GET(request: Request, { params }: Context) {
  const response = await answer(request, async () => {
    const viewer = await currentViewer(request, "annotations:read");
    const { name } = await params;
    const written = await findWebAnnotation(viewer, name);
    return written ? shown(request, written) : refusal("not-found");
  });
  return withHeaders(response, annotationHeaders);
}

export async function PUT(request: Request, { params }: Context) {
  const response = await answer(request, async () => {
    const viewer = await currentViewer(request, "annotations:write");
    if (!viewer) return refusal("signed-out");
    const permission = mayWrite(request, viewer);
    if (!permission.ok) return permission;
    const state = readRevision(request);
    if (!state.ok) return state;

    const input = await readWebAnnotation(request);
    if (!input.ok) return input;

    const { name } = await params;
    const result = await replaceWebAnnotation(viewer, name, input.annotation, state.revision);
    return result.ok ? shown(request, result.written) : result;
  });
  return withHeaders(response, annotationHeaders);
}

export async function DELETE(request: Request, { params }: Context) {
  const response = await answer(request, async () => {
    const viewer = await currentViewer(request, "annotations:write");
    if (!viewer) return refusal("signed-out");
    const permission = mayWrite(request, viewer);
    if (!permission.ok) return permission;
    const state = readRevision(request);
    if (!state.ok) return state;

    const { name } = await params;
    const result = await deleteWebAnnotation(viewer, name, state.revision);
    return result.ok ? new Response(null, { status: 204 }) : result;
  });
  return withHeaders(response, annotationHeaders);
}

export function OPTIONS() {
  return optionsResponse(annotationHeaders);
}

function shown(request: Request, { document, revision }: Written): Response {
  return ldResponse(request, document, {
    headers: { ...annotationHeaders, etag: `"${revision}"` },
  });
}
