import * as z from "zod/mini";

/** Each but the last is a key of the messages `ImportPage.problem`. */
export type UploadProblem =
  | "nothing"
  | "too-many"
  | "too-large"
  | "limit"
  | "offline"
  | "unknown"
  | "cancelled";

export type UploadResult =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly problem: UploadProblem };

type UploadInput = { readonly files: readonly File[]; readonly texts: readonly string[] };

const createdSchema = z.strictObject({ id: z.uuid() });

/** Sends files or texts; what is clearly too much is not sent at all. */
export async function upload(
  { files, texts }: UploadInput,
  megabytes: number,
  signal: AbortSignal,
): Promise<UploadResult> {
  const filled = texts.filter((text) => text.trim() !== "");
  const refused = problemOf(files, filled, megabytes * 1_000_000);
  if (refused) return { ok: false, problem: refused };

  const form = new FormData();
  for (const file of files) form.append("file", file);
  for (const text of filled) form.append("text", text);
  try {
    const response = await fetch("/api/imports", { method: "POST", body: form, signal });
    if (response.status === 413) return { ok: false, problem: "too-large" };
    if (response.status === 429) return { ok: false, problem: "limit" };
    if (!response.ok) return { ok: false, problem: "unknown" };
    return { ok: true, ...createdSchema.parse(await response.json()) };
  } catch {
    return { ok: false, problem: signal.aborted ? "cancelled" : "offline" };
  }
}

function problemOf(
  files: readonly File[],
  texts: readonly string[],
  limit: number,
): UploadProblem | null {
  if (files.length + texts.length === 0) return "nothing";
  if (files.length > 2) return "too-many";
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const letters = texts.reduce((sum, { length }) => sum + length, 0);
  return bytes >= limit || letters >= limit ? "too-large" : null;
}
