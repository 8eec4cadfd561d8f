import { normalizeText } from "@/core/text/normalize-text";
import type { Notice, SourceResult } from "../document/document-source";
import { refuse, textSource } from "../document/document-source";
import { readLines } from "../raw-text/read-lines";
import { mendPages } from "./mend-pages";
import { readTabColumns } from "./read-tab-columns";

/** Reads a text without markup: running text, perhaps as it was printed on pages, or two columns parted by tabs. */
export function readPlainText(name: string, text: string): SourceResult {
  const columns = readTabColumns(normalizeText(text));
  if (columns) return { ok: true, source: columns };
  const { text: mended, leftOvers } = mendPages(text);
  const lines = readLines(normalizeText(mended));
  if (lines.length === 0) return refuse("empty");
  const count = leftOvers.length;
  const notices: Notice[] =
    count > 0 ? [{ kind: "page-furniture-left-out", file: name, count }] : [];
  return { ok: true, source: { ...textSource(lines), leftOvers, notices } };
}
