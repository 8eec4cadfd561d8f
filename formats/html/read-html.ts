import type { SourceResult } from "../document/document-source";
import { parseHtml } from "./parse-html";
import { readPage } from "./read-page";

/** Reads the text of an HTML page: its headings, paragraphs, lists, tables, notes, and what is emphasised or linked in them. */
export function readHtml(name: string, html: string): SourceResult {
  const parsed = parseHtml(html);
  return parsed.ok ? readPage({ name, tree: parsed.tree }) : parsed;
}
