import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Lexicon } from "@/core/alignment/lexicon/lexicon";
import type { DocumentFile, DocumentRefusal } from "@/formats/document/document-source";
import { alignSources, type DocumentResult, readSources } from "@/formats/document/read-documents";
import { maxDocumentBytes } from "@/formats/document/read-source";
import { bestLayer, loadLexicon } from "../dictionary/load-lexicon";

export type ImportedDocument = Extract<DocumentResult, { ok: true }> & {
  /** The files as they came. */
  readonly uploads: readonly DocumentFile[];
};

export type ImportRefusal = {
  readonly ok: false;
  readonly reason: DocumentRefusal["reason"] | "file-not-found" | "not-a-file" | "file-unreadable";
  readonly values: DocumentRefusal["values"];
};

/** Reads and aligns one document, or the two that hold a side each; one that is too large is not even opened. */
export async function readDocument(
  paths: readonly string[],
): Promise<ImportedDocument | ImportRefusal> {
  const files: DocumentFile[] = [];
  for (const path of paths) {
    const result = await loadFile(path);
    if (!result.ok) return result;
    files.push(result.file);
  }
  const read = await readSources(files);
  if (!read.ok) return read;
  const result = alignSources(read.sources, { lexicon: bestLexicon() });
  return result.ok ? { ...result, uploads: files } : result;
}

/** The bytes of a file that is not too large. */
export async function loadFile(
  path: string,
): Promise<{ readonly ok: true; readonly file: DocumentFile } | ImportRefusal> {
  const values = { file: path, megabytes: maxDocumentBytes / 1_000_000 };
  try {
    const found = await stat(path);
    if (!found.isFile()) return { ok: false, reason: "not-a-file", values };
    if (found.size >= maxDocumentBytes) return { ok: false, reason: "too-large", values };
    return { ok: true, file: { name: basename(path), bytes: await readFile(path) } };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR")
      return { ok: false, reason: "file-not-found", values };
    if (code === "EACCES" || code === "EPERM")
      return { ok: false, reason: "file-unreadable", values };
    throw error;
  }
}

/** The best that is there; a damaged dictionary costs only its own part. */
function bestLexicon(): Lexicon | null {
  for (const layer of [bestLayer(), "built-in"] as const) {
    const result = loadLexicon(layer);
    if (result.ok) return result.lexicon;
  }
  return null;
}
