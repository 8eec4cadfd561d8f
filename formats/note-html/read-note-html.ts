import type { Element, Root, RootContent } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import {
  type NoteDocument,
  type NoteNode,
  noteDocumentSchema,
} from "@/core/annotation/note-document";

type Text = Extract<NoteNode, { type: "text" }>;
type Mark = NonNullable<Text["marks"]>[number];

/**
 * A note from HTML that anybody may have written. Nothing of it is ever run or shown as HTML: what a note has no form
 * for is read as the text in it, and what holds no text for readers (scripts, styles) is left out. `null` when nothing
 * is left, or what is left is too long or too deep for a note.
 */
export function readNoteHtml(html: string): NoteDocument | null {
  return readNoteTree(() => unified().use(rehypeParse, { fragment: true }).parse(html));
}

/** The same from a tree that another parser makes. */
export function readNoteTree(parse: () => Root): NoteDocument | null {
  try {
    return toNote(readBlocks(parse().children));
  } catch (error) {
    // The parsers recurse: what is nested past their stack is no note either.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** A note from plain text: a line is a paragraph. */
export function readNoteText(text: string): NoteDocument | null {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== "");
  return toNote(
    lines.map((line) => ({ type: "paragraph", content: [{ type: "text", text: line }] })),
  );
}

function toNote(content: NoteNode[]): NoteDocument | null {
  if (content.length === 0) return null;
  return noteDocumentSchema.safeParse({ type: "doc", content }).data ?? null;
}

const unread = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "title",
  "iframe",
  "object",
  "svg",
  "math",
  "head",
]);
const transparent = new Set([
  "html",
  "body",
  "div",
  "section",
  "article",
  "main",
  "header",
  "footer",
  "figure",
  "table",
  "tbody",
  "thead",
  "tr",
]);
const blocks = new Set([
  "p",
  "ul",
  "ol",
  "blockquote",
  "li",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "pre",
  "td",
  "th",
  "dd",
  "dt",
  ...transparent,
]);

// Deeper than a note may be is read as text; deeper than this, nothing is read at all, so that no depth exhausts the stack.
const maxDepth = 60;

function readBlocks(nodes: readonly RootContent[], depth = 0): NoteNode[] {
  const found: NoteNode[] = [];
  let line: NoteNode[] = [];
  const flush = () => {
    const content = trimmed(line);
    if (content.length > 0) found.push({ type: "paragraph", content });
    line = [];
  };
  for (const node of nodes) {
    if (node.type === "element" && blocks.has(node.tagName)) {
      flush();
      found.push(...readBlock(node, depth + 1));
    } else {
      line.push(...readInline(node, [], depth + 1));
    }
  }
  flush();
  return found;
}

function readBlock(element: Element, depth: number): NoteNode[] {
  if (depth > maxDepth) return [];
  const { tagName, children } = element;
  if (tagName === "ul" || tagName === "ol") {
    const items = children.flatMap((child): NoteNode[] => {
      const content = readBlocks(isItem(child) ? child.children : [child], depth);
      return content.length > 0 ? [{ type: "listItem", content }] : [];
    });
    if (items.length === 0) return [];
    if (tagName === "ul") return [{ type: "bulletList", content: items }];
    const start = Number(element.properties.start ?? 1);
    const isStart = Number.isInteger(start) && start >= 0 && start <= 1_000_000;
    return [{ type: "orderedList", attrs: { start: isStart ? start : 1 }, content: items }];
  }
  const inside = readBlocks(children, depth);
  if (tagName === "blockquote")
    return inside.length > 0 ? [{ type: "blockquote", content: inside }] : [];
  return inside;
}

function isItem(node: RootContent): node is Element {
  return node.type === "element" && node.tagName === "li";
}

function readInline(node: RootContent, marks: readonly Mark[], depth: number): NoteNode[] {
  if (depth > maxDepth) return [];
  if (node.type === "text") {
    const text = node.value.replace(/[\t\n\r ]+/g, " ");
    return text === ""
      ? []
      : [{ type: "text", text, ...(marks.length > 0 && { marks: [...marks] }) }];
  }
  if (node.type !== "element" || unread.has(node.tagName)) return [];
  if (node.tagName === "br") return [{ type: "hardBreak" }];
  const mark = markOf(node);
  const isNew = mark !== null && !marks.some(({ type }) => type === mark.type);
  const applied = isNew ? [...marks, mark] : marks;
  return node.children.flatMap((child) => readInline(child, applied, depth + 1));
}

function markOf({ tagName, properties }: Element): Mark | null {
  if (tagName === "strong" || tagName === "b") return { type: "bold" };
  if (tagName === "em" || tagName === "i") return { type: "italic" };
  if (tagName === "code" || tagName === "kbd") return { type: "code" };
  const href = tagName === "a" ? String(properties.href ?? "") : "";
  const isSafe = href.length <= 2000 && /^(https?:\/\/|mailto:)/i.test(href);
  return isSafe ? { type: "link", attrs: { href } } : null;
}

/** Without the white space that HTML does not show at the ends of a line. */
function trimmed(line: readonly NoteNode[]): NoteNode[] {
  const kept = joined(line);
  const [first] = kept;
  if (first?.type === "text") kept[0] = { ...first, text: first.text.trimStart() };
  const last = kept.at(-1);
  if (last?.type === "text") kept[kept.length - 1] = { ...last, text: last.text.trimEnd() };
  return kept.filter((node) => node.type !== "text" || node.text !== "");
}

/** Words without a mark that follow each other are one text, as an editor writes them. */
function joined(line: readonly NoteNode[]): NoteNode[] {
  const nodes: NoteNode[] = [];
  for (const node of line) {
    const last = nodes.at(-1);
    const isPlain = node.type === "text" && !node.marks && last?.type === "text" && !last.marks;
    if (isPlain) nodes[nodes.length - 1] = { type: "text", text: last.text + node.text };
    else nodes.push(node);
  }
  return nodes;
}
