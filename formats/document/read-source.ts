import { normalizeText } from "@/core/text/normalize-text";
import { readArchive } from "../archive/read-archive";
import { readDocx } from "../docx/read-docx";
import { readEpub } from "../epub/read-epub";
import { readHtml } from "../html/read-html";
import { readMarkdown } from "../markdown/read-markdown";
import { readMdx } from "../markdown/read-mdx";
import { readPlainText } from "../plain-text/read-plain-text";
import { decodeText } from "../raw-text/decode-text";
import { readTmx } from "../tmx/read-tmx";
import { readXliff } from "../xliff/read-xliff";
import { detectFormat, isArchive } from "./detect-format";
import { type DocumentFile, refuse, type SourceResult } from "./document-source";

/** Files of this many bytes or more are refused before anything else is done with them. */
export const maxDocumentBytes = 20_000_000;

/** Markup takes many times its length while it is read. */
const maxMarkupCharacters = 6_000_000;

/** What one file holds, told by its content first and its name second. */
export async function readSource(file: DocumentFile): Promise<SourceResult> {
  const { name, bytes } = file;
  if (bytes.length >= maxDocumentBytes)
    return refuse("too-large", { megabytes: maxDocumentBytes / 1_000_000 });
  if (isArchive(bytes)) return readPacked(file);
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refuse(decoded.reason);
  const text = normalizeText(decoded.text);
  if (text.trim() === "") return refuse("empty");
  const format = detectFormat(name, text);
  if (format === "text") return readPlainText(name, decoded.text);
  if (text.length > maxMarkupCharacters)
    return refuse("too-much-text", { characters: text.length, limit: maxMarkupCharacters });
  switch (format) {
    case "markdown":
      return readMarkdown(name, text);
    case "mdx":
      return readMdx(name, text);
    case "html":
      return readHtml(name, text);
    case "tmx":
      return readTmx(name, text);
    case "xliff":
      return readXliff(name, text);
  }
}

async function readPacked({ name, bytes }: DocumentFile): Promise<SourceResult> {
  const archive = await readArchive(bytes, () => false);
  if (!archive.ok) return archive;
  if (archive.names.has("word/document.xml")) return readDocx(name, bytes);
  if (archive.names.has("META-INF/container.xml")) return readEpub(name, bytes);
  return refuse("archive-unknown");
}
