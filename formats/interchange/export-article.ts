import { strToU8, zipSync } from "fflate";
import type { Article } from "@/core/article/article";
import { writeEpub } from "../epub/write-epub";
import { writeHtml } from "../html/write-html";
import type { PageLayout } from "../html/write-page";
import { writeTmx } from "../tmx/write-tmx";
import { writeTsv } from "../tsv/tsv";
import { writeVersion } from "../version/write-version";
import { writeOldXliff, writeXliff } from "../xliff/write-xliff";
import type { SegmentNotes } from "./segment";

export const exportFormats = ["tmx", "xliff", "xliff12", "tsv", "epub", "html", "mdx"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export function isExportFormat(name: string): name is ExportFormat {
  return exportFormats.some((format) => format === name);
}

export type ExportFacts = {
  readonly slug: string;
  /** When the version was made. */
  readonly modified: Date;
  readonly notes?: SegmentNotes;
  /** Of the formats that are pages. */
  readonly layout?: PageLayout;
};

export type ExportedFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};

/** An article as a file for other programs; the same article and facts always give the same bytes. */
export function exportArticle(
  article: Article,
  format: ExportFormat,
  { slug, modified, notes, layout }: ExportFacts,
): ExportedFile {
  const file = (extension: string, mediaType: string, content: string | Uint8Array) => ({
    name: `${slug}.${extension}`,
    mediaType,
    bytes: typeof content === "string" ? strToU8(content) : content,
  });
  switch (format) {
    case "tmx":
      return file("tmx", "application/x-tmx+xml", writeTmx(article, notes));
    case "xliff":
      return file("xlf", "application/xliff+xml", writeXliff(article, slug, notes));
    case "xliff12":
      return file("1.2.xlf", "application/x-xliff+xml", writeOldXliff(article, slug, notes));
    case "tsv":
      return file("tsv", "text/tab-separated-values; charset=utf-8", writeTsv(article, notes));
    case "epub": {
      const identifier = `urn:zwiesprache:${slug}`;
      return file(
        "epub",
        "application/epub+zip",
        writeEpub(article, { identifier, modified, layout }),
      );
    }
    case "html":
      return file("html", "text/html; charset=utf-8", writeHtml(article, layout));
    case "mdx":
      return file("zip", "application/zip", packPair(article, modified));
  }
}

/** The folder that an article has in `content/`. */
function packPair(article: Article, mtime: Date): Uint8Array {
  const { de, en, alignment } = writeVersion(article);
  return zipSync(
    { "de.mdx": strToU8(de), "en.mdx": strToU8(en), "alignment.json": strToU8(alignment ?? "") },
    { mtime },
  );
}
