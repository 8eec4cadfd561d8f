import type { Code, Root, RootContent } from "mdast";
import type { Processor } from "unified";
import type { Node, Point, Position } from "unist";
import type { VFile } from "vfile";
import { report } from "./content-rule";
import { type Chunk, chunksOf } from "./source-chunk";
import { verbatimLanguage } from "./source-text";

// Every repair parses the text again; a file with more faults than this is shown as source as a whole.
const maxRepairs = 20;
// What walks the tree later does so by recursion; prose is never nested like this.
const maxDepth = 60;

/**
 * Parses although the MDX has syntax errors: the chunk (lines between blank lines) that holds the fault is reported and
 * becomes a code block of its source, and the rest of the file is read as if it stood alone.
 */
export function recoverSyntax(this: Processor): void {
  const parse = this.parser;
  if (!parse) throw new Error("recoverSyntax must be used after remark-parse");
  const parseRoot: Parse = (text, file) => {
    const tree = parse(text, file);
    if (!isRoot(tree)) throw new Error(`The parser gave a ${tree.type}`);
    return tree;
  };
  this.parser = (document, file) => parseLeniently(parseRoot, document, file);
}

type Parse = (text: string, file: VFile) => Root;

function isRoot(node: Node): node is Root {
  return node.type === "root";
}

function parseLeniently(parse: Parse, source: string, file: VFile): Root {
  const chunks = chunksOf(source);
  const cut = new Map<string, Chunk>();
  let text = source;
  for (let repair = 0; repair <= maxRepairs; repair += 1) {
    const result = tryParse(parse, text, file);
    if (result.ok) {
      if (isTooDeep(result.tree)) {
        report(file, "too-deep", result.tree.position);
        break;
      }
      return restore(result.tree, cut) ? result.tree : allVerbatim(parse, source, file);
    }
    const chunk = faultyChunk(parse, result.fault, chunks, text, file);
    const placeholder = unusedCharacter(text);
    if (!chunk || !placeholder) {
      report(file, "syntax", result.fault.place, result.fault.reason);
      break;
    }
    const { place, reason } = result.fault;
    const isWithin = lineOf(result.fault) <= chunk.position.end.line;
    report(file, "syntax", isWithin ? place : chunk.position, reason);
    cut.set(placeholder, chunk);
    text = text.slice(0, chunk.start) + blankOut(chunk, placeholder) + text.slice(chunk.end);
  }
  return allVerbatim(parse, source, file);
}

/** What the parser throws: a VFileMessage. */
type Fault = {
  readonly reason: string;
  readonly ruleId?: string;
  readonly source?: string;
  readonly place?: Point | Position;
};

type ParseResult = { ok: true; tree: Root } | { ok: false; fault: Fault };

function tryParse(parse: Parse, text: string, file: VFile): ParseResult {
  try {
    return { ok: true, tree: parse(text, file) };
  } catch (error) {
    if (isFault(error)) return { ok: false, fault: error };
    // The parser stumbles over itself on rare texts; a reader is better served by the source than by nothing.
    return { ok: false, fault: { reason: error instanceof Error ? error.message : String(error) } };
  }
}

function isFault(error: unknown): error is Fault {
  return error instanceof Error && "reason" in error && "ruleId" in error;
}

/** The chunk to blame: where the open tag stands; where an open brace stands; else where the parser stopped. */
function faultyChunk(
  parse: Parse,
  fault: Fault,
  chunks: readonly Chunk[],
  text: string,
  file: VFile,
): Chunk | undefined {
  const isStanding = (chunk: Chunk) => text.slice(chunk.start, chunk.end) === chunk.source;
  const openTag = /\((\d+):\d+-\d+:\d+\)/.exec(fault.reason)?.[1];
  const line = openTag === undefined ? lineOf(fault) : Number(openTag);
  const before = chunks
    .filter((chunk) => chunk.position.start.line <= line && isStanding(chunk))
    .reverse();
  if (openTag !== undefined) return before[0];
  // Braces and exports swallow everything up to the end of the file: the fault is where they began.
  const isSameFault = (chunk: Chunk) => {
    const alone = tryParse(parse, chunk.source, file);
    return !alone.ok && alone.fault.ruleId === fault.ruleId && alone.fault.source === fault.source;
  };
  return before.find(isSameFault) ?? before[0];
}

function lineOf(fault: Fault): number {
  const place = fault.place;
  if (!place) return Number.POSITIVE_INFINITY;
  return "start" in place ? place.start.line : place.line;
}

/** As long as the chunk and on the same lines, so that every other position stays what it is. */
function blankOut(chunk: Chunk, placeholder: string): string {
  const lines = chunk.source.split("\n").map((line, index) => {
    const prefix = /^[ \t>]*/.exec(line)?.[0] ?? "";
    const mark = index === 0 ? placeholder : " ".repeat(placeholder.length);
    return (prefix + mark).padEnd(line.length);
  });
  return lines.join("\n");
}

function unusedCharacter(text: string): string | undefined {
  for (let code = 0xe000; code < 0xf8ff; code += 1) {
    const character = String.fromCharCode(code);
    if (!text.includes(character)) return character;
  }
  return undefined;
}

/** Puts the source of each cut chunk back in place of its placeholder; false where one was not found. */
function restore(tree: Root, cut: ReadonlyMap<string, Chunk>): boolean {
  if (cut.size === 0) return true;
  const missing = new Set(cut.keys());
  const walk = (parent: { children: Node[] }) => {
    parent.children = parent.children.map((node) => {
      const placeholder = onlyText(node);
      const chunk = placeholder === undefined ? undefined : cut.get(placeholder);
      if (chunk) {
        missing.delete(placeholder ?? "");
        return verbatimChunk(chunk);
      }
      if (hasChildren(node)) walk(node);
      return node;
    });
  };
  walk(tree);
  return missing.size === 0;
}

function onlyText(node: Node): string | undefined {
  if (node.type !== "paragraph" || !hasChildren(node) || node.children.length !== 1)
    return undefined;
  const child = node.children[0];
  return child && "value" in child && typeof child.value === "string" ? child.value : undefined;
}

function verbatimChunk(chunk: Chunk): Code {
  return { type: "code", lang: verbatimLanguage, value: chunk.source, position: chunk.position };
}

/** The front matter as it is, and every chunk of the body as source. */
function allVerbatim(parse: Parse, source: string, file: VFile): Root {
  const fence = /^---[ \t]*\n(?:[\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(source)?.[0] ?? "";
  const head: RootContent[] = fence ? parse(fence, file).children : [];
  const body = chunksOf(source).filter((chunk) => chunk.end > fence.trimEnd().length);
  return {
    type: "root",
    children: [...head, ...body.map(verbatimChunk)],
  };
}

function isTooDeep(tree: Root): boolean {
  let level: Node[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) return true;
    level = level.flatMap((node) => (hasChildren(node) ? node.children : []));
  }
  return false;
}

function hasChildren(node: Node): node is Node & { children: Node[] } {
  return "children" in node && Array.isArray(node.children);
}
