import { normalizeText } from "@/core/text/normalize-text";
import type { SourceResult } from "../document/document-source";
import { refuse, textSource } from "../document/document-source";
import { decodeText } from "../raw-text/decode-text";
import { readLines } from "../raw-text/read-lines";

/** Reads a text without markup in any of its usual encodings. */
export function readPlainText({ bytes }: { readonly bytes: Uint8Array }): SourceResult {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refuse(decoded.reason);
  const lines = readLines(normalizeText(decoded.text));
  if (lines.length === 0) return refuse("empty");
  return { ok: true, source: textSource(lines) };
}
