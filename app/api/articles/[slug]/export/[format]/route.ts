import { exportForViewer, isExportFormat } from "@/server/articles/export-article";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { currentViewer } from "@/server/viewer";

type Context = { params: Promise<{ slug: string; format: string }> };

export function GET(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request, "annotations:read");
    const { slug, format } = await params;
    const file = isExportFormat(format) ? await exportForViewer(viewer, slug, format) : null;
    if (!file) return refusal("not-found");
    return new Response(new Blob([file.bytes.slice()]), {
      headers: {
        "content-type": file.mediaType,
        "content-disposition": `attachment; filename="${file.name}"`,
        "cache-control": "private, no-cache",
      },
    });
  });
}
