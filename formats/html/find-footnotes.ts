import type { Element } from "hast";
import { elementsOf, hasName, linesOf, propertyOf, textOf } from "./hast-tree";

/** A footnote taken out of a page: the places that referred to it are `zs-note` elements with its label. */
export type Footnote = { readonly label: string; readonly content: Element };

type Parents = ReadonlyMap<Element, Element>;

/**
 * Finds notes the way writers of HTML, EPUB and Word make them: a link to an element that links back to it, or that says it is a note.
 * Both links go; the notes are given back in the order of their references. `leftOvers` are headings of parts that held nothing but notes.
 */
export function findFootnotes(tree: Element): {
  readonly footnotes: readonly Footnote[];
  readonly leftOvers: readonly string[];
} {
  const all = elementsOf(tree);
  const byId = new Map(all.map(({ node }) => [idOf(node), node]));
  const parents = new Map(all.map(({ node, parent }) => [node, parent]));
  const labels = new Map<Element, string>();
  const footnotes: Footnote[] = [];
  for (const { node } of all) {
    const target = hasName(node, "a") ? byId.get(targetOf(node)) : undefined;
    const note = target && noteAround(target, parents);
    if (!note || isInside(node, note, parents) || !isNote(node, note, parents)) continue;
    const label = labels.get(note) ?? String(labels.size + 1);
    if (!labels.has(note)) footnotes.push({ label, content: note });
    labels.set(note, label);
    replaceReference(node, label, parents);
  }
  const leftOvers = footnotes.flatMap(({ content }) => takeOut(content, parents));
  for (const { content } of footnotes) dropBackLinks(content);
  return { footnotes, leftOvers };
}

/** Older writers name the links themselves. */
function idOf(node: Element): string {
  return propertyOf(node, "id") || (hasName(node, "a") ? propertyOf(node, "name") : "");
}

/** The id that a link within the page leads to; empty for any other. */
function targetOf(link: Element): string {
  const href = propertyOf(link, "href");
  if (!href.startsWith("#")) return "";
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}

/** Some put the id on the note, others on the number in front of it. */
function noteAround(node: Element, parents: Parents): Element | null {
  let candidate: Element | undefined = node;
  for (let level = 0; level < 3 && candidate; level += 1) {
    if (hasName(candidate, "li", "aside", "dd", "p", "div")) return candidate;
    candidate = parents.get(candidate);
  }
  return null;
}

function isInside(node: Element, outer: Element, parents: Parents): boolean {
  for (let each: Element | undefined = node; each; each = parents.get(each))
    if (each === outer) return true;
  return false;
}

const noteTypes = /\b(?:footnote|endnote|rearnote|note|doc-footnote|doc-endnote)\b/u;
const noteMark = /^[\s[(]*(?:\d{1,4}|[*†‡§]+|[a-z]|[ivxlc]+)[\s\])]*$/iu;

function isNote(link: Element, note: Element, parents: Parents): boolean {
  const types = ["epub:type", "epubType", "role"].map((name) => propertyOf(note, name)).join(" ");
  if (noteTypes.test(types)) return true;
  const holder = parents.get(link);
  const own = [idOf(link), holder ? idOf(holder) : ""];
  const linksBack = elementsOf(note).some(({ node }) => {
    return hasName(node, "a") && targetOf(node) !== "" && own.includes(targetOf(node));
  });
  return linksBack && noteMark.test(textOf(link));
}

/** With the raised element around it, if there is nothing else in that. */
function replaceReference(link: Element, label: string, parents: Parents): void {
  const parent = parents.get(link);
  const isAlone = hasName(parent, "sup") && parent?.children.length === 1;
  const old = isAlone ? parent : link;
  const holder = isAlone ? parents.get(parent) : parent;
  if (!holder) return;
  const properties = { label };
  holder.children = holder.children.map((child) =>
    child === old ? { type: "element", tagName: "zs-note", properties, children: [] } : child,
  );
}

const wrappers = ["ol", "ul", "section", "div", "dl", "aside"];

/** The note goes, and with it what held nothing but notes: an empty list, or a part of its own with a rule and a heading. */
function takeOut(note: Element, parents: Parents): string[] {
  let gone = note;
  for (let holder = parents.get(gone); holder; holder = parents.get(gone)) {
    remove(gone, holder);
    if (isPartOfNotes(holder) && !elementsOf(holder).some(({ node }) => hasName(node, "li", "p"))) {
      const outer = parents.get(holder);
      if (outer) remove(holder, outer);
      return linesOf(holder);
    }
    if (textOf(holder).trim() !== "" || !hasName(holder, ...wrappers)) return [];
    gone = holder;
  }
  return [];
}

function remove(child: Element, parent: Element): void {
  parent.children = parent.children.filter((each) => each !== child);
}

function isPartOfNotes(node: Element): boolean {
  if (!hasName(node, "section", "div", "aside")) return false;
  const told = ["className", "role", "epub:type"].map((name) => propertyOf(node, name)).join(" ");
  return node.properties.dataFootnotes !== undefined || /footnotes|endnotes/u.test(told);
}

const backMark = /^[\s[(]*(?:[↑↩↵^←⬆⏎]+\uFE0E?\uFE0F?|\d{1,4}\.?|[*†‡]+|zurück|back)[\s\])]*$/iu;

/** An arrow back to the text, or the note's own number. */
function dropBackLinks(note: Element): void {
  for (const { node, parent } of elementsOf(note)) {
    const isBack = hasName(node, "a") && targetOf(node) !== "" && backMark.test(textOf(node));
    if (isBack) remove(node, parent);
  }
}
