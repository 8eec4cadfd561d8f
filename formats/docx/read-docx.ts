import { Buffer } from "node:buffer";
import { zipSync } from "fflate";
import mammoth from "mammoth";
import { type Archive, readArchive } from "../archive/read-archive";
import { refuse, type SourceResult } from "../document/document-source";
import { parseHtml } from "../html/parse-html";
import { readPage } from "../html/read-page";

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Titel'] => h1:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Zitat'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='Beschriftung'] => figcaption:fresh",
  "u => u",
  "strike => del",
];

/** The parts of a Word document that say something; pictures and programs are never unpacked. */
function isWordPart(name: string): boolean {
  return /^(?:\[Content_Types\]\.xml|_rels\/.*\.rels|word\/[^/]*\.xml|word\/_rels\/.*\.rels)$/u.test(
    name,
  );
}

/** Reads the text of a Word document: headings, lists, tables, notes, emphasis, links. */
export async function readDocx(name: string, bytes: Uint8Array): Promise<SourceResult> {
  const archive = await readArchive(bytes, isWordPart);
  if (!archive.ok) return archive;
  for (const part of archive.parts.values())
    if (definesSomething(part)) return refuse("xml-entities", { line: 1 });
  const html = await toHtml(archive);
  if (html === null) return refuse("archive-damaged");
  const parsed = parseHtml(html);
  if (!parsed.ok) return parsed;
  const page = readPage({ name, tree: parsed.tree });
  if (!page.ok || !hasProgram(archive)) return page;
  const notice = { kind: "macros-ignored" as const, file: name, count: 1 };
  return { ok: true, source: { ...page.source, notices: [...page.source.notices, notice] } };
}

function hasProgram({ names }: Archive): boolean {
  return names.has("word/vbaProject.bin");
}

/** No part of a Word document has a document type: what defines entities is not one. */
function definesSomething(part: Uint8Array): boolean {
  return Buffer.from(part.buffer, part.byteOffset, part.byteLength).includes("<!DOCTYPE");
}

/** The library gets only what was unpacked within bounds, packed anew; what it cannot read is no document. */
async function toHtml({ parts }: Archive): Promise<string | null> {
  const packed = zipSync(Object.fromEntries(parts), { level: 0 });
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength) },
      { styleMap, convertImage: mammoth.images.imgElement(async () => ({ src: "" })) },
    );
    return value;
  } catch {
    return null; // it throws plain errors for whatever is missing or out of place
  }
}
