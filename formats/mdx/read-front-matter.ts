import type { Root, Yaml } from "mdast";
import type { Position } from "unist";
import type { VFile } from "vfile";
import { type Document, isMap, isScalar, LineCounter, type Pair, parseDocument } from "yaml";
import { type FrontMatter, frontMatterSchema } from "@/core/article/front-matter";
import { report } from "./content-rule";
import { verbatimLanguage } from "./source-text";

const isolated = /^---[ \t]*(\n|$)/;

/**
 * Takes the front matter out of the tree and reads it. A field that cannot be read is reported, and its source becomes
 * the first block of the article, so that it is not lost.
 */
export function readFrontMatter(tree: Root, file: VFile): FrontMatter {
  const yaml = tree.children[0];
  if (yaml?.type !== "yaml") {
    if (isolated.test(String(file)))
      report(file, "front-matter-unclosed", tree.children[0]?.position);
    return {};
  }
  tree.children.shift();
  const { frontMatter, refused } = readFields(yaml, file);
  if (refused !== "") {
    const position = yaml.position;
    tree.children.unshift({ type: "code", lang: verbatimLanguage, value: refused, position });
  }
  return frontMatter;
}

type Fields = { readonly frontMatter: FrontMatter; readonly refused: string };

function readFields(yaml: Yaml, file: VFile): Fields {
  const lineCounter = new LineCounter();
  // In the failsafe schema every value is the text that was typed: a title may be "1984".
  const document = parseDocument(yaml.value, { schema: "failsafe", lineCounter });
  const place = (offset: number) => placeOf(yaml, lineCounter, offset);
  const [error] = document.errors;
  if (error || (document.contents && !isMap(document.contents))) {
    report(file, "front-matter-syntax", place(error?.pos[0] ?? 0), error?.message.split("\n")[0]);
    return { frontMatter: {}, refused: yaml.value };
  }
  const values = toValues(document);
  const result = frontMatterSchema.safeParse(values);
  if (result.success) return { frontMatter: result.data, refused: "" };
  const bad = new Set<string>();
  for (const issue of result.error.issues) {
    const names = issue.code === "unrecognized_keys" && issue.path.length === 0 ? issue.keys : [];
    for (const name of names.length > 0 ? names : [String(issue.path[0] ?? "")]) {
      if (bad.has(name)) continue;
      bad.add(name);
      report(file, "front-matter-field", place(keyOffset(document, name)), name, expectedOf(name));
    }
  }
  const good = Object.fromEntries(Object.entries(values).filter(([name]) => !bad.has(name)));
  const kept = frontMatterSchema.safeParse(good);
  return {
    frontMatter: kept.success ? kept.data : {},
    refused: kept.success ? sourceOfFields(document, yaml.value, bad) : yaml.value,
  };
}

function toValues(document: Document.Parsed): Record<string, unknown> {
  const values: unknown = document.toJS() ?? {};
  if (typeof values !== "object" || values === null) return {};
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      name === "fiction" && (value === "true" || value === "false") ? value === "true" : value,
    ]),
  );
}

function expectedOf(name: string): readonly string[] | undefined {
  const known = Object.keys(frontMatterSchema.shape);
  return known.includes(name) ? undefined : known;
}

function pairs(document: Document.Parsed): Pair[] {
  return isMap(document.contents) ? document.contents.items : [];
}

function keyOffset(document: Document.Parsed, name: string): number {
  const pair = pairs(document).find(({ key }) => isScalar(key) && key.value === name);
  return pair && isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
}

/** The lines of the refused fields: each from its key to the next. */
function sourceOfFields(document: Document.Parsed, source: string, names: Set<string>): string {
  const starts = pairs(document).map(({ key }) => (isScalar(key) ? (key.range?.[0] ?? 0) : 0));
  return pairs(document)
    .flatMap(({ key }, index) =>
      isScalar(key) && names.has(String(key.value))
        ? [source.slice(starts[index], starts[index + 1] ?? source.length).trimEnd()]
        : [],
    )
    .join("\n");
}

/** Positions in the YAML are positions in the file, below the opening fence. */
function placeOf(yaml: Yaml, lineCounter: LineCounter, offset: number): Position | undefined {
  if (!yaml.position) return undefined;
  const { line, col } = lineCounter.linePos(offset);
  const point = { line: yaml.position.start.line + line, column: col };
  return { start: point, end: point };
}
