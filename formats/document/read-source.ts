import { readPlainText } from "../plain-text/read-plain-text";
import { type DocumentFile, refuse, type SourceResult } from "./document-source";

/** Files of this many bytes or more are refused before anything else is done with them. */
export const maxDocumentBytes = 20_000_000;

/** What one file holds. */
export async function readSource(file: DocumentFile): Promise<SourceResult> {
  if (file.bytes.length >= maxDocumentBytes)
    return refuse("too-large", { megabytes: maxDocumentBytes / 1_000_000 });
  return readPlainText(file);
}
