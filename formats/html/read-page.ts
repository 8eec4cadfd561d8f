import type { Element, ElementContent } from "hast";
import type { ContentNode } from "@/core/article/content";
import type { FrontMatter } from "@/core/article/front-matter";
import {
  type ColumnRow,
  type Notice,
  refuse,
  type SourceContent,
  type SourceResult,
} from "../document/document-source";
import type { Line } from "../raw-text/read-lines";
import { findBilingualTable } from "./bilingual-table";
import { cutIntoPieces } from "./cut-into-pieces";
import { type Footnote, findFootnotes } from "./find-footnotes";
import { depthOf, element, elementsOf, hasName, isElement, linesOf, propertyOf } from "./hast-tree";
import { languageRuns } from "./language-runs";
import { stripPage } from "./strip-page";
import { linesOfNodes, toNodes } from "./to-nodes";

type Page = {
  readonly name: string;
  readonly tree: Element;
  readonly frontMatter?: FrontMatter;
  /** What the file calls itself, apart from its text. */
  readonly title?: string;
};

/** Reads the text of a page, from whatever format the page was made. */
export function readPage({ name, tree, frontMatter = {}, ...rest }: Page): SourceResult {
  const title = rest.title ?? titleOf(tree);
  const { footnotes, leftOvers: notesLeft } = findFootnotes(tree);
  const { leftOvers: stripped, images } = stripPage(tree);
  const notes = footnotes.map((note) => ({ ...note, images: stripPage(note.content) }));
  const table = findBilingualTable(tree);
  const converted = table ? readColumns(tree, table) : readRuns(tree, notes);
  if (converted.isTooDeep) return refuse("too-deep");
  const content = withoutTitlePage(converted.content, title);
  const isEmpty = content.kind === "text" && content.lines.length === 0;
  if (isEmpty) return refuse("empty");
  const isShown = title === "" || shownLines(content).includes(title);
  const lost = notes.flatMap((note) => note.images.leftOvers);
  return {
    ok: true,
    source: {
      content,
      footnotes: converted.footnotes,
      frontMatter,
      leftOvers: [...(isShown ? [] : [title]), ...stripped, ...notesLeft, ...lost],
      notices: [
        ...notice("images-left-out", name, images),
        ...notice("source-shown", name, converted.verbatim),
      ],
    },
  };
}

/** A text under its own headline needs no second one: the name of the file above it is left over. */
function withoutTitlePage(content: SourceContent, title: string): SourceContent {
  if (content.kind !== "text") return content;
  const [first, second] = content.lines;
  const isHeadline = (line: Line | undefined) =>
    line?.node?.type === "heading" && line.node.attrs?.level === 1;
  const isTwice = first?.text === title && isHeadline(first) && isHeadline(second);
  return isTwice ? { ...content, lines: content.lines.slice(1) } : content;
}

function notice(kind: Notice["kind"], file: string, count: number): Notice[] {
  return count > 0 ? [{ kind, file, count }] : [];
}

function titleOf(tree: Element): string {
  const title = elementsOf(tree).find(
    ({ node, parent }) => node.tagName === "title" && parent.tagName === "head",
  );
  return title ? linesOf(title.node).join(" ") : "";
}

function shownLines(content: SourceContent): string[] {
  return content.kind === "text" ? content.lines.map(({ text }) => text) : [];
}

type Converted = {
  readonly content: SourceContent;
  readonly footnotes: ReturnType<typeof toNodes>["footnotes"];
  readonly verbatim: number;
  readonly isTooDeep: boolean;
};

function readRuns(tree: Element, notes: readonly Footnote[]): Converted {
  const pieces = languageRuns(tree).flatMap(({ language, children }) =>
    cutIntoPieces(children).map((piece) => ({ language, piece })),
  );
  const pages = pieces.map(({ language, piece }) => {
    const body = element("div", piece);
    const referred = new Set(
      elementsOf(body).flatMap(({ node }) =>
        hasName(node, "zs-note") ? [propertyOf(node, "label")] : [],
      ),
    );
    return {
      ...toNodes(
        body,
        notes.filter(({ label }) => referred.has(label)),
      ),
      language,
    };
  });
  const captions = captionsIn(tree);
  const lines = pages.flatMap(({ nodes, language }): Line[] =>
    linesOfNodes(nodes).map((line) => ({
      ...line,
      ...(language && { language }),
      ...(captions.has(squeezed(line.text)) && { isCaption: true as const }),
    })),
  );
  return {
    content: { kind: "text", lines },
    footnotes: distinct(pages.flatMap(({ footnotes }) => footnotes)),
    verbatim: pages.reduce((sum, { verbatim }) => sum + verbatim, 0),
    isTooDeep: pages.some(({ isTooDeep }) => isTooDeep),
  };
}

/** What stands below pictures, by its words: the pictures themselves are left out. */
function captionsIn(tree: Element): ReadonlySet<string> {
  const captions = elementsOf(tree).filter(({ node }) => hasName(node, "figcaption"));
  return new Set(captions.flatMap(({ node }) => linesOf(node)).map(squeezed));
}

function squeezed(text: string): string {
  return text.replace(/\s+/gu, "");
}

/** A note that two pieces refer to comes with both. */
function distinct(footnotes: readonly ContentNode[]): ContentNode[] {
  const labels = footnotes.map(({ attrs }) => attrs?.label);
  return footnotes.filter(({ attrs }, index) => labels.indexOf(attrs?.label) === index);
}

function readColumns(
  tree: Element,
  { table, rows }: NonNullable<ReturnType<typeof findBilingualTable>>,
): Converted {
  const [before, after] = around(tree, table);
  const cells = rows.map(({ left, right }) => ({
    left: pageOf(left.children),
    right: pageOf(right.children),
  }));
  const above = pageOf(before);
  const below = pageOf(after);
  const pages = [above, below, ...cells.flatMap(({ left, right }) => [left, right])];
  return {
    content: {
      kind: "columns",
      before: linesOfNodes(above.nodes),
      rows: cells.map(({ left, right }): ColumnRow => {
        return { left: linesOfNodes(left.nodes), right: linesOfNodes(right.nodes) };
      }),
      after: linesOfNodes(below.nodes),
    },
    footnotes: [],
    verbatim: pages.reduce((sum, { verbatim }) => sum + verbatim, 0),
    isTooDeep: pages.some(({ isTooDeep }) => isTooDeep),
  };
}

function pageOf(children: readonly ElementContent[]): ReturnType<typeof toNodes> {
  return toNodes(element("div", children), []);
}

/** What stands above the table, and what below it. */
function around(tree: Element, table: Element): [ElementContent[], ElementContent[]] {
  const before: ElementContent[] = [];
  const after: ElementContent[] = [];
  let place: Element = tree;
  while (place !== table && depthOf(place) > 0) {
    const index = place.children.findIndex(
      (child) =>
        child === table ||
        (isElement(child) && elementsOf(child).some(({ node }) => node === table)),
    );
    const inner = place.children[index];
    if (!isElement(inner)) break;
    before.push(...place.children.slice(0, index));
    after.unshift(...place.children.slice(index + 1));
    place = inner;
  }
  return [before, after];
}
