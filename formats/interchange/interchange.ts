import type { Article } from "@/core/article/article";
import type { Stamp } from "@/core/article/operations/operation";
import { type DocumentRefusal, refuse } from "../document/document-source";
import { decodeText } from "../raw-text/decode-text";
import { readTmxSegments } from "../tmx/read-tmx-segments";
import { readTsv } from "../tsv/tsv";
import { readVersion } from "../version/read-version";
import { readXliffSegments } from "../xliff/read-xliff-segments";
import { type AppliedSegments, applySegments, type SegmentRefusal } from "./apply-segments";
import type { SegmentFileResult } from "./segment";

/** A file of 50,000 units with its texts is a quarter of this. */
const maxCharacters = 60_000_000;

/** Reads the segments of a translation file of any kind that is written here. */
export function readSegments(bytes: Uint8Array): SegmentFileResult {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refuse(decoded.reason);
  const { text } = decoded;
  if (text.length > maxCharacters)
    return refuse("too-much-text", { characters: text.length, limit: maxCharacters });
  const head = text.slice(0, 2000);
  if (/<tmx\b/u.test(head)) return readTmxSegments(text);
  if (/<(?:\w+:)?xliff\b/u.test(head)) return readXliffSegments(text);
  return readTsv(text);
}

/** An existing article with what a translation file says of it. */
export function mergeFile(
  article: Article,
  bytes: Uint8Array,
  stamp: Stamp | null = null,
): AppliedSegments | SegmentRefusal | DocumentRefusal {
  const file = readSegments(bytes);
  return file.ok ? applySegments(article, file, stamp) : file;
}

/** The article that a file was written from, with what was changed in the file since; `null` where the file does not hold it. */
export function articleOfFile(
  bytes: Uint8Array,
): AppliedSegments | SegmentRefusal | DocumentRefusal | null {
  const file = readSegments(bytes);
  if (!file.ok) return file;
  if (!file.version) return null;
  return applySegments(readVersion(file.version).article, file);
}
