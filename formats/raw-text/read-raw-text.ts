import type { Lexicon } from "@/core/alignment/lexicon/lexicon";
import type { AssembledArticle } from "../document/assemble-article";
import type { DocumentRefusal } from "../document/document-source";
import { alignSources } from "../document/read-documents";
import { maxDocumentBytes } from "../document/read-source";
import { readPlainText } from "../plain-text/read-plain-text";
import { decodeText } from "./decode-text";

export type RawTextResult =
  | AssembledArticle
  | { readonly ok: false; readonly reason: DocumentRefusal["reason"] };

/** Turns a text that holds both languages, one after the other, into an aligned article. */
export function readRawText(
  bytes: Uint8Array,
  options: { readonly maxBytes?: number; readonly lexicon?: Lexicon | null } = {},
): RawTextResult {
  if (bytes.length >= (options.maxBytes ?? maxDocumentBytes))
    return { ok: false, reason: "too-large" };
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const read = readPlainText("", decoded.text);
  const result = read.ok ? alignSources([{ ...read.source, name: "" }], options) : read;
  return result.ok ? result : { ok: false, reason: result.reason };
}
