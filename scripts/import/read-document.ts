import { readFile, stat } from "node:fs/promises";
import {
  maxRawTextBytes,
  type RawTextRefusal,
  type RawTextResult,
  readRawText,
} from "@/formats/raw-text/read-raw-text";

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
    return readRawText(await readFile(path));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return { ok: false, reason: "file-not-found" };
    if (code === "EACCES" || code === "EPERM") return { ok: false, reason: "file-unreadable" };
    throw error;
  }
}
