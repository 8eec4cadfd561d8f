import { Buffer } from "node:buffer";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import type { Article, VersionFiles } from "@/core/article/article";
import { writeVersion } from "../version/write-version";

const versionSchema = z.strictObject({
  de: z.string().max(20_000_000),
  en: z.string().max(20_000_000),
  alignment: z.string().max(50_000_000),
});

const maxBytes = 60_000_000;

/**
 * The whole version as text that every tool carries along untouched, in the place a format has for what is not to be translated: with it a file
 * is the article, and not only its words.
 */
export function packVersion(article: Article): string {
  return deflateRawSync(JSON.stringify(writeVersion(article))).toString("base64");
}

/** `null` for whatever was not packed like this, or would be larger than any version. */
export function unpackVersion(payload: string): VersionFiles | null {
  try {
    const bytes = Buffer.from(payload.replace(/\s+/gu, ""), "base64");
    const json: unknown = JSON.parse(
      inflateRawSync(bytes, { maxOutputLength: maxBytes }).toString(),
    );
    return versionSchema.parse(json);
  } catch {
    return null;
  }
}
