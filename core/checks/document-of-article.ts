import type { Article, Block, Side } from "../article/article";
import { type ContentNode, isTextBlock } from "../article/content";
import { type Language, languages } from "../article/language";
import {
  type CheckedDocument,
  type Passage,
  type SentenceOfPassage,
  type Unit,
  unitSide,
} from "./checked-document";
import type { Component } from "./checked-text";

/** An article as the rules read it: its beads, and title, byline and signature beside those of the other side. */
export function documentOfArticle(article: Article): CheckedDocument {
  const lines = { de: linesOf(article.sides.de), en: linesOf(article.sides.en) };
  const blocks = { de: blockPassages(article.sides.de), en: blockPassages(article.sides.en) };
  const places = { de: sentencesById(blocks.de), en: sentencesById(blocks.en) };
  const lineIds = lines.de
    .map(({ id }) => id)
    .filter((id) => lines.en.some((line) => line.id === id));
  const lineUnits = lineIds.map((id) => ({
    de: lines.de.filter((line) => line.id === id).flatMap(whole),
    en: lines.en.filter((line) => line.id === id).flatMap(whole),
    isLine: true,
  }));
  const beadUnits = article.beads.map((bead) => ({
    de: bead.de.flatMap((id) => places.de.get(id) ?? []),
    en: bead.en.flatMap((id) => places.en.get(id) ?? []),
    isLine: false,
  }));
  return {
    passages: { de: [...lines.de, ...blocks.de], en: [...lines.en, ...blocks.en] },
    units: [...lineUnits, ...beadUnits]
      .filter(({ de, en }) => ![...de, ...en].some(({ passage }) => passage.kind === "code"))
      .map(
        ({ de, en, isLine }, index): Unit => ({
          index,
          de: unitSide(de),
          en: unitSide(en),
          isLine,
        }),
      ),
    untitled: untitledSide(article),
  };
}

function untitledSide({ sides }: Article): Language | null {
  const missing = languages.filter((side) => !hasHeadline(sides[side]));
  const [side = null, second] = missing;
  return second === undefined ? side : null;
}

function hasHeadline(side: Side): boolean {
  return side.frontMatter.title !== undefined || side.blocks[0]?.node.type === "heading";
}

function linesOf(side: Side): Passage[] {
  const { title, subtitle, byline, dateline, signature = [] } = side.frontMatter;
  const named: [string, string | undefined][] = [
    ["title", title],
    ["subtitle", subtitle],
    ["byline", byline],
    ["dateline", dateline],
    ...signature.map((line, index): [string, string] => [`signature-${index + 1}`, line]),
  ];
  return named.flatMap(([id, text]): Passage[] =>
    text === undefined
      ? []
      : [
          {
            id,
            side: side.language,
            kind: "line",
            text,
            components: [],
            sentences: [{ id: null, start: 0, end: text.length }],
          },
        ],
  );
}

function blockPassages(side: Side): Passage[] {
  return side.blocks.map((block) => ({
    id: block.id,
    side: side.language,
    kind: kindOf(block),
    ...readBlock(block.node),
    sentences: block.sentences,
  }));
}

function kindOf({ node }: Block): Passage["kind"] {
  if (node.type === "codeBlock" || node.type === "verbatim") return "code";
  return node.type === "heading" || node.type === "figure" || node.type === "table"
    ? "line"
    : "prose";
}

/** As `blockText` has it, but for inline code, which is no prose: letters stand in its place. */
function readBlock(node: ContentNode): { text: string; components: Component[] } {
  let text = "";
  const components: Component[] = [];
  const visit = (each: ContentNode): void => {
    if (each.type === "text") {
      const start = text.length;
      const isCode = each.marks?.some(({ type }) => type === "code") === true;
      text += isCode ? "x".repeat(each.text?.length ?? 0) : (each.text ?? "");
      for (const { type, attrs } of each.marks ?? []) {
        if (type !== "link" && type !== "term") continue;
        addMark(components, type, String(type === "link" ? (attrs?.href ?? "") : ""), {
          start,
          end: text.length,
        });
      }
    } else if (each.type === "hardBreak") {
      components.push({ kind: "break", key: "", start: text.length, end: text.length });
      text += "\n";
    } else if (each.type === "footnoteReference") {
      const key = String(each.attrs?.label ?? "");
      components.push({ kind: "footnote", key, start: text.length, end: text.length });
    } else {
      (each.content ?? []).forEach(visit);
    }
  };
  textBlocksOf(node).forEach((each, index) => {
    if (index > 0) text += "\n";
    visit(each);
  });
  return { text, components };
}

/** A link of several pieces of text, some of them bold, is one link. */
function addMark(
  components: Component[],
  kind: "link" | "term",
  key: string,
  { start, end }: { start: number; end: number },
): void {
  const last = components.findLastIndex((each) => each.kind === kind);
  const before = components[last];
  if (before && before.key === key && before.end === start && start > 0) {
    components[last] = { ...before, end };
  } else components.push({ kind, key, start, end });
}

function textBlocksOf(node: ContentNode): readonly ContentNode[] {
  return isTextBlock(node) ? [node] : (node.content ?? []).flatMap(textBlocksOf);
}

function sentencesById(passages: readonly Passage[]): ReadonlyMap<string, SentenceOfPassage> {
  return new Map(
    passages.flatMap((passage) =>
      passage.sentences.flatMap((sentence): [string, SentenceOfPassage][] =>
        sentence.id === null ? [] : [[sentence.id, { passage, sentence }]],
      ),
    ),
  );
}

function whole(passage: Passage): SentenceOfPassage[] {
  return passage.sentences.map((sentence) => ({ passage, sentence }));
}
