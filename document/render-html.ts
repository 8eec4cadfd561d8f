import type { JSONContent } from "@tiptap/core";
import { renderToHTMLString } from "@tiptap/static-renderer/pm/html-string";
import type { Article, Block, Row } from "@/core/article/article";
import { type Language, languages } from "@/core/article/language";
import { numberFootnotes } from "./number-footnotes";
import { renderExtensions } from "./render-extensions";
import { wrapSentences } from "./wrap-sentences";

/**
 * The HTML inside one side's container: one `.row` per row of the article on either side, in it the blocks, in them one
 * span per sentence. The highest heading of a side becomes h2, below the title of the page. Needs no DOM.
 * `rows` are those of the article, or of one part of it.
 */
export function renderSide(
  article: Article,
  language: Language,
  rows: readonly Row[] = article.rows,
): string {
  const blocks = new Map(article.sides[language].blocks.map((block) => [block.id, block]));
  const beads = beadIndexes(article);
  const confidences = language === "de" ? rowConfidences(article, beads) : [];
  const shift = headingShift(article.sides[language].blocks);
  const ordinals = new Map(article.rows.map((row, index) => [row.id, index]));
  const rendered = rows.map((row): JSONContent => {
    const index = ordinals.get(row.id) ?? 0;
    const content = row[language].flatMap((id) => {
      const block = blocks.get(id);
      return block ? [renderedBlock(block, beads, shift)] : [];
    });
    const attrs = {
      row: row.id,
      ordinal: index + 1,
      isGerman: language === "de",
      confidence: confidences[index] ?? null,
      isProposed: row.isProposed ?? false,
    };
    return { type: "row", attrs, content };
  });
  return renderToHTMLString({
    extensions: renderExtensions,
    content: { type: "doc", content: [...numberFootnotes(rendered, language)] },
  });
}

function renderedBlock(
  block: Block,
  beads: ReadonlyMap<string, number>,
  shift: number,
): JSONContent {
  const node = shiftHeadings(
    wrapSentences(block, (id) => ({ bead: beads.get(id) ?? null })),
    shift,
  );
  const merged = block.mergedIds.length > 0 ? block.mergedIds.join(" ") : null;
  return { ...node, attrs: { ...node.attrs, blockId: block.id, merged } };
}

function shiftHeadings(node: JSONContent, shift: number): JSONContent {
  const content = node.content?.map((child) => shiftHeadings(child, shift));
  const inner = content ? { ...node, content } : node;
  if (node.type !== "heading") return inner;
  return { ...inner, attrs: { ...node.attrs, level: Number(node.attrs?.level ?? 1) - shift } };
}

/** How far the highest heading lies below level 1, so that no level of the page is left out. */
function headingShift(blocks: readonly Block[]): number {
  const levels = blocks.flatMap(({ node }) =>
    node.type === "heading" ? [Number(node.attrs?.level ?? 1)] : [],
  );
  return levels.length > 0 ? Math.min(...levels) - 1 : 0;
}

function beadIndexes(article: Article): ReadonlyMap<string, number> {
  return new Map(
    article.beads.flatMap((bead, index) =>
      languages.flatMap((side) => bead[side].map((id) => [id, index] as const)),
    ),
  );
}

/** For each row the lowest probability of the beads that touch it, with two decimals; `null` where none does. */
function rowConfidences(
  article: Article,
  beads: ReadonlyMap<string, number>,
): readonly (string | null)[] {
  const sentences = new Map(
    languages.flatMap((side) =>
      article.sides[side].blocks.map((block) => [block.id, block.sentences] as const),
    ),
  );
  return article.rows.map((row: Row) => {
    const probabilities = languages.flatMap((side) =>
      row[side].flatMap((block) =>
        (sentences.get(block) ?? []).flatMap(({ id }) => {
          const bead = article.beads[beads.get(id) ?? -1];
          return bead ? [bead.probability] : [];
        }),
      ),
    );
    return probabilities.length > 0 ? Math.min(...probabilities).toFixed(2) : null;
  });
}
