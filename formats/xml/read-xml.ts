import { SaxesParser } from "saxes";
import { type DocumentRefusal, refuse } from "../document/document-source";

export type XmlElement = {
  readonly kind: "element";
  /** As it is written, with its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Where its start tag ends, from 1. */
  readonly line: number;
  readonly column: number;
};

type XmlNode = XmlElement | { readonly kind: "text"; readonly text: string };

export type XmlResult = { readonly ok: true; readonly root: XmlElement } | DocumentRefusal;

const maxDepth = 100;

/**
 * Reads an XML document as a tree. A document type may be named and is not fetched; one that defines anything is refused, so that no
 * entity but the five of XML is ever put in. The first fault ends the reading, with its place.
 */
export function readXml(text: string): XmlResult {
  const parser = new SaxesParser({ position: true });
  const open: { element: XmlElement; children: XmlNode[] }[] = [];
  let root: XmlElement | null = null;
  let refusal: DocumentRefusal | null = null;
  const stop = (reason: "xml-damaged" | "xml-entities" | "too-deep", detail = "") => {
    refusal ??= refuse(reason, { line: parser.line, column: parser.column + 1, detail });
    throw new Stopped();
  };

  parser.on("doctype", (doctype) => {
    if (doctype.includes("[") || /<!ENTITY/u.test(doctype)) stop("xml-entities");
  });
  parser.on("error", (error) => stop("xml-damaged", error.message.replace(/^\d+:\d+: /u, "")));
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length > maxDepth) stop("too-deep");
    const children: XmlNode[] = [];
    const { line, column } = parser;
    const element: XmlElement = {
      kind: "element",
      name,
      attributes: textsOf(attributes),
      children,
      line,
      column: column + 1,
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push({ element, children });
  });
  parser.on("closetag", () => {
    open.pop();
  });
  const addText = (value: string) => {
    open.at(-1)?.children.push({ kind: "text", text: value });
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
  if (refusal) return refusal;
  if (!root) return refuse("xml-damaged", { line: 1, column: 1, detail: "" });
  return { ok: true, root };
}

/** Without name spaces the parser gives texts; prefixes stay part of the names. */
function textsOf(attributes: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, String(value)] as const),
  );
}

/** Ends the parser at once; what happened is in the refusal. */
class Stopped extends Error {}

/** The child elements of that name, whatever their prefix. */
export function childrenOf(element: XmlElement, name?: string): XmlElement[] {
  return element.children.flatMap((child) =>
    child.kind === "element" && (name === undefined || localName(child) === name) ? [child] : [],
  );
}

export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(":") + 1);
}

/** All the text in an element, of its descendants too. */
export function textOf(element: XmlElement): string {
  return element.children
    .map((child) => (child.kind === "text" ? child.text : textOf(child)))
    .join("");
}
