import { strToU8, zipSync } from "fflate";
import type { Article } from "@/core/article/article";
import { type PageLayout, pageParts, pageStyle } from "../html/write-page";
import { escapeXml } from "../interchange/xml-text";
import { sourceOf } from "../tmx/write-tmx";

export type EpubFacts = {
  /** Names the article among all books; the same for each of its versions. */
  readonly identifier: string;
  readonly modified: Date;
  readonly layout?: PageLayout;
};

/** An article as a book (EPUB 3), both languages side by side or in turn, its notes at the end. */
export function writeEpub(
  article: Article,
  { identifier, modified, layout }: EpubFacts,
): Uint8Array {
  const { title, head, text, notes } = pageParts(article);
  const hasNotes = notes !== "";
  const files: Record<string, string> = {
    "META-INF/container.xml": `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
    "book.opf": `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${sourceOf(article)}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${escapeXml(identifier)}</dc:identifier>
<dc:title>${escapeXml(title)}</dc:title>
<dc:language>de</dc:language>
<dc:language>en</dc:language>
<meta property="dcterms:modified">${modified.toISOString().replace(/\.\d+Z$/u, "Z")}</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>
<item id="style" href="style.css" media-type="text/css"/>
</manifest>
<spine><itemref idref="text"/></spine>
</package>`,
    "nav.xhtml": page(
      title,
      `<nav epub:type="toc" role="doc-toc"><h1>Inhalt / Contents</h1><ol><li><a href="text.xhtml">${escapeXml(title)}</a></li>${hasNotes ? `<li><a href="text.xhtml#notes">Anmerkungen / Notes</a></li>` : ""}</ol></nav>`,
    ),
    "text.xhtml": page(
      title,
      `${head}\n<section epub:type="bodymatter">\n${text}\n</section>${hasNotes ? `\n<section class="notes" id="notes" epub:type="endnotes" role="doc-endnotes">\n${notes}\n</section>` : ""}`,
    ),
    "style.css": pageStyle(layout ?? "side-by-side"),
  };
  const packed = Object.entries(files).map(([name, content]) => [name, strToU8(content)] as const);
  // The kind of the file stands first and is not packed, so that it can be read without unpacking.
  const mimetype: [Uint8Array, { level: 0 }] = [strToU8("application/epub+zip"), { level: 0 }];
  return zipSync({ mimetype, ...Object.fromEntries(packed) }, { mtime: modified });
}

function page(title: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="de" xml:lang="de">
<head><meta charset="UTF-8"/><title>${escapeXml(title)}</title><link rel="stylesheet" href="style.css"/></head>
<body>
${body.replaceAll('role="doc-noteref"', 'role="doc-noteref" epub:type="noteref"')}
</body>
</html>`;
}
