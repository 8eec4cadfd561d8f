import type { SourceResult } from "../document/document-source";
import { pairSource } from "../interchange/segment";
import { readXliffSegments } from "./read-xliff-segments";

/** Reads a bilingual XLIFF file as a document. */
export function readXliff(name: string, text: string): SourceResult {
  const file = readXliffSegments(text);
  return file.ok ? pairSource(name, file) : file;
}
