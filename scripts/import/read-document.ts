import { readFile, stat } from "node:fs/promises";
import type { Lexicon } from "@/core/alignment/lexicon/lexicon";
import {
  maxRawTextBytes,
  type RawTextRefusal,
  type RawTextResult,
  readRawText,
} from "@/formats/raw-text/read-raw-text";
import { bestLayer, loadLexicon } from "../dictionary/load-lexicon";

export type DocumentRefusal = RawTextRefusal | "file-not-found" | "not-a-file" | "file-unreadable";

export type DocumentResult =
  | Extract<RawTextResult, { ok: true }>
  | { readonly ok: false; readonly reason: DocumentRefusal };

/** Reads and aligns a document; one that is too large is not even opened. */
export async function readDocument(path: string): Promise<DocumentResult> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return { ok: false, reason: "not-a-file" };
    if (found.size >= maxRawTextBytes) return { ok: false, reason: "too-large" };
    return readRawText(await readFile(path), { lexicon: bestLexicon() });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return { ok: false, reason: "file-not-found" };
    if (code === "EACCES" || code === "EPERM") return { ok: false, reason: "file-unreadable" };
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
