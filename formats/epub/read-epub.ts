import { posix } from "node:path";
import type { Element, ElementContent } from "hast";
import { type Archive, readArchive } from "../archive/read-archive";
import { type DocumentRefusal, refuse, type SourceResult } from "../document/document-source";
import { element, elementsOf, propertyOf } from "../html/hast-tree";
import { parseHtml } from "../html/parse-html";
import { readPage } from "../html/read-page";
import { decodeText } from "../raw-text/decode-text";
import { childrenOf, readXml, textOf, type XmlElement } from "../xml/read-xml";

/** Whatever may be a page of the book or say in which order they come. */
function isBookPart(name: string): boolean {
  return /^(?:META-INF\/(?:container|encryption)\.xml|.*\.(?:opf|xhtml|html|htm|xml))$/iu.test(
    name,
  );
}

/** Reads the text of an EPUB: its pages in reading order as one, with the notes of all. */
export async function readEpub(name: string, bytes: Uint8Array): Promise<SourceResult> {
  const archive = await readArchive(bytes, isBookPart);
  if (!archive.ok) return archive;
  const pages = pagesOf(archive);
  if (!pages.ok) return pages;
  const children: ElementContent[] = [];
  for (const path of pages.paths) {
    const page = readBookPage(archive, path);
    if (!page.ok) return page;
    children.push(page.tree);
  }
  return readPage({ name, tree: element("body", children), title: pages.title });
}

type Pages =
  | { readonly ok: true; readonly paths: readonly string[]; readonly title: string }
  | DocumentRefusal;

/** The paths of the pages in reading order; the table of contents is none of them. */
function pagesOf(archive: Archive): Pages {
  const container = readPart(archive, "META-INF/container.xml");
  if (!container.ok) return container;
  const [rootfiles] = childrenOf(container.root, "rootfiles");
  const [rootfile] = rootfiles ? childrenOf(rootfiles, "rootfile") : [];
  const path = rootfile?.attributes["full-path"] ?? "";
  const book = readPart(archive, path);
  if (!book.ok) return book;
  const [manifest] = childrenOf(book.root, "manifest");
  const [spine] = childrenOf(book.root, "spine");
  if (!manifest || !spine) return missing("<spine>");
  const items = new Map(childrenOf(manifest, "item").map((item) => [item.attributes.id, item]));
  const paths = childrenOf(spine, "itemref").flatMap(({ attributes }) => {
    const item = items.get(attributes.idref ?? "");
    return item && isPage(item) ? [resolve(path, item.attributes.href ?? "")] : [];
  });
  const [metadata] = childrenOf(book.root, "metadata");
  const [title] = metadata ? childrenOf(metadata, "title") : [];
  return {
    ok: true,
    paths: paths.filter((each) => archive.parts.has(each)),
    title: title ? textOf(title).trim() : "",
  };
}

function isPage({ attributes }: XmlElement): boolean {
  const isText = /xhtml|html/u.test(attributes["media-type"] ?? "");
  return isText && !(attributes.properties ?? "").split(/\s+/u).includes("nav");
}

function readPart(archive: Archive, path: string) {
  const bytes = archive.parts.get(path);
  if (!bytes) return missing(path);
  const decoded = decodeText(bytes);
  return decoded.ok ? readXml(decoded.text) : refuse("archive-damaged");
}

function missing(detail: string): DocumentRefusal {
  return refuse("not-this-format", { format: "EPUB", detail });
}

function resolve(from: string, href: string): string {
  return posix.normalize(posix.join(posix.dirname(from), decode(href)));
}

function decode(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** One page, its ids and links made so that they are unique and lead to the right page of the whole. */
function readBookPage(
  { parts }: Archive,
  path: string,
): { readonly ok: true; readonly tree: Element } | DocumentRefusal {
  const decoded = decodeText(parts.get(path) ?? new Uint8Array());
  if (!decoded.ok) return refuse("archive-damaged");
  const parsed = parseHtml(closed(decoded.text));
  if (!parsed.ok) return parsed;
  for (const { node } of elementsOf(parsed.tree)) {
    const id = propertyOf(node, "id");
    if (id !== "") node.properties.id = `${path}#${id}`;
    const href = propertyOf(node, "href");
    const isNear = href !== "" && !/^[a-z][a-z0-9+.-]*:/iu.test(href);
    if (!isNear) continue;
    const [file = "", fragment = ""] = href.split("#", 2);
    const target = file === "" ? path : resolve(path, file);
    node.properties.href = `#${target}#${decode(fragment)}`;
  }
  return { ok: true, tree: bodyOf(parsed.tree) };
}

function bodyOf(tree: Element): Element {
  const body = elementsOf(tree).find(({ node }) => node.tagName === "body")?.node;
  return element("div", (body ?? tree).children);
}

const empty = "area base br col embed hr img input link meta source track wbr";

/** In XHTML any element may close itself; a parser of HTML would leave it open. */
function closed(xhtml: string): string {
  const isVoid = new Set(empty.split(" "));
  return xhtml
    .replace(/^\s*<\?xml[^>]*\?>/u, "")
    .replace(
      /<([a-zA-Z][\w:.-]*)((?:\s[^<>]*?)?)\/>/gu,
      (whole, name: string, attributes: string) =>
        isVoid.has(name.toLowerCase()) ? whole : `<${name}${attributes}></${name}>`,
    );
}
