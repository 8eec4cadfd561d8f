import type { Element, ElementContent } from "hast";
import type { Article } from "@/core/article/article";
import { type Language, languages } from "@/core/article/language";
import { renderSide } from "@/document/render-html";
import { element, elementsOf, hasName, isElement, propertyOf } from "./hast-tree";
import { parseHtml } from "./parse-html";

/** What stands level on a page, as bare elements; notes at the end of a side are rows of notes. */
export type ParallelRow = Readonly<Record<Language, readonly ElementContent[]>> & {
  readonly id: string;
  readonly isNotes: boolean;
};

/** The rows of an article as a page of its own needs them: without what only the reader's scripts use, and without anything to be fetched. */
export function parallelRows(article: Article): ParallelRow[] {
  const cells = { de: cellsOf(article, "de"), en: cellsOf(article, "en") };
  const footnotes = new Set(
    languages.flatMap((side) =>
      article.sides[side].blocks.flatMap(({ id, node }) => (node.type === "footnote" ? [id] : [])),
    ),
  );
  return article.rows.map((row) => ({
    id: row.id,
    de: cells.de.get(row.id) ?? [],
    en: cells.en.get(row.id) ?? [],
    isNotes: [...row.de, ...row.en].every((block) => footnotes.has(block)),
  }));
}

function cellsOf(article: Article, side: Language): Map<string, readonly ElementContent[]> {
  const parsed = parseHtml(renderSide(article, side));
  if (!parsed.ok) throw new Error(`The ${side} side is nested too deeply to be written`);
  const cells = elementsOf(parsed.tree).filter(
    ({ node }) => propertyOf(node, "className") === "cell",
  );
  return new Map(
    cells.map(({ node, parent }) => [propertyOf(parent, "dataRow"), plain(node.children)] as const),
  );
}

const keptProperties = new Set(["href", "title", "start", "colSpan", "rowSpan", "id", "role"]);

function plain(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (!isElement(child)) return child.type === "text" ? [child] : [];
    if (hasName(child, "img")) {
      const alt = propertyOf(child, "alt");
      return alt === "" ? [] : [element("em", [{ type: "text", value: `[${alt}]` }])];
    }
    const inner = plain(child.children);
    // Sentences are marked for the reader alone; other spans say nothing either.
    if (hasName(child, "span", "button", "summary", "details")) return inner;
    return [{ ...child, properties: keptOf(child), children: inner }];
  });
}

function keptOf(node: Element): Element["properties"] {
  const entries = Object.entries(node.properties).filter(
    ([name, value]) => keptProperties.has(name) && value !== null && value !== "",
  );
  return Object.fromEntries(entries);
}
