import "server-only";
import type { DocumentFile } from "@/formats/document/document-source";
import { maxDocumentBytes } from "@/formats/document/read-source";
import { type Refusal, refusal } from "../http/problem-reason";

/** A document must be smaller than this. */
export const maxUploadBytes = maxDocumentBytes;

/** What stands around the files in a form. */
const formBytes = 20_000;
const mostFiles = 2;

export type UploadResult = { readonly ok: true; readonly files: readonly DocumentFile[] } | Refusal;

/**
 * The files of an upload form (fields `file`), or the texts pasted into it (fields `text`): one or two. Of more than is allowed, no more is read
 * than shows that it is too much; where the request says its length, nothing at all.
 */
export async function readUpload(request: Request): Promise<UploadResult> {
  const limit = maxDocumentBytes + formBytes;
  const tooLarge = refusal("too-large", { megabytes: maxDocumentBytes / 1_000_000 });
  if (Number(request.headers.get("content-length") ?? 0) > limit) return tooLarge;
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data") || !request.body) return refusal("malformed");

  let isTooLarge = false;
  let length = 0;
  const counted = request.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        length += chunk.byteLength;
        isTooLarge ||= length > limit;
        if (isTooLarge) controller.error(new Error("too large"));
        else controller.enqueue(chunk);
      },
    }),
  );
  const form = await new Response(counted, { headers: { "content-type": type } })
    .formData()
    .catch(() => null);
  if (isTooLarge) return tooLarge;
  if (!form) return refusal("malformed");

  const files = await Promise.all([...form.getAll("file"), ...form.getAll("text")].map(toFile));
  const filled = files.filter(({ bytes }) => bytes.length > 0);
  if (filled.length === 0 || filled.length > mostFiles) return refusal("invalid");
  return { ok: true, files: filled };
}

async function toFile(entry: FormDataEntryValue): Promise<DocumentFile> {
  if (typeof entry === "string") {
    const text = entry.replaceAll("\0", "");
    return { name: "", bytes: new TextEncoder().encode(text) };
  }
  return { name: nameOf(entry.name), bytes: new Uint8Array(await entry.arrayBuffer()) };
}

/** The last part of a path, without what PostgreSQL and a page cannot show. */
function nameOf(path: string): string {
  const name = path.split(/[/\\]/u).at(-1) ?? "";
  return name.toWellFormed().replace(/\p{C}/gu, "").slice(0, 200);
}
