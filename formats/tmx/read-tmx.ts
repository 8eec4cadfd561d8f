import type { SourceResult } from "../document/document-source";
import { pairSource } from "../interchange/segment";
import { readTmxSegments } from "./read-tmx-segments";

/** Reads a translation memory as a document. */
export function readTmx(name: string, text: string): SourceResult {
  const file = readTmxSegments(text);
  return file.ok ? pairSource(name, file) : file;
}
