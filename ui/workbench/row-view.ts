import type { Article, Bead, Block, Row } from "@/core/article/article";
import { findBead, findBlock, rowBeads } from "@/core/article/article-index";
import type { ContentNode, ContentNodeType } from "@/core/article/content";
import { blockText, textBlocks } from "@/core/article/content";
import { sliceInline } from "@/core/article/inline-text";
import type { Language } from "@/core/article/language";

export type SentenceView = {
  readonly id: string;
  /** Inline content without the space around it. */
  readonly inline: readonly ContentNode[];
  readonly text: string;
  /** Where it begins in the text of its block. */
  readonly start: number;
  /** Which of the row's beads holds it, from 0. */
  readonly bead: number;
  readonly isLocked: boolean;
};

export type BlockView = {
  readonly id: string;
  readonly type: ContentNodeType;
  readonly sentences: readonly SentenceView[];
};

export type RowView = {
  readonly row: Row;
  readonly beads: readonly Bead[];
  readonly de: readonly BlockView[];
  readonly en: readonly BlockView[];
};

type Kept = { readonly parts: readonly (Bead | Block)[]; readonly view: RowView };

const kept = new WeakMap<Row, Kept>();

/** What the workbench shows of a row: the very same object as before where nothing of it changed. */
export function rowView(article: Article, row: Row): RowView {
  const beads = rowBeads(article, row);
  const blocks = [...row.de, ...row.en].flatMap((id) => findBlock(article, id)?.block ?? []);
  const parts = [...beads, ...blocks];
  const known = kept.get(row);
  if (known && isSame(known.parts, parts)) return known.view;
  const view = viewOf(article, row, beads);
  kept.set(row, { parts, view });
  return view;
}

function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((part, index) => part === now[index]);
}

function viewOf(article: Article, row: Row, beads: readonly Bead[]): RowView {
  const side = (language: Language) =>
    row[language].flatMap((id): BlockView[] => {
      const found = findBlock(article, id);
      if (!found) return [];
      const { node, sentences } = found.block;
      const whole = inlineOf(node);
      const text = blockText(node);
      const views = sentences.map(({ id: sentence, start, end }): SentenceView => {
        const bead = findBead(article, sentence)?.bead;
        const words = text.slice(start, end);
        const lead = words.length - words.trimStart().length;
        return {
          id: sentence,
          inline: sliceInline(whole, start + lead, start + words.trimEnd().length),
          text: words.trim(),
          start: start + lead,
          bead: bead ? beads.indexOf(bead) : 0,
          isLocked: bead?.isLocked ?? false,
        };
      });
      return [{ id, type: node.type, sentences: views }];
    });
  return { row, beads, de: side("de"), en: side("en") };
}

/** The inline content of all text blocks of a block, in the offsets of its text. */
function inlineOf(node: ContentNode): readonly ContentNode[] {
  return textBlocks(node).flatMap((block, index) => [
    ...(index > 0 ? [{ type: "text" as const, text: "\n" }] : []),
    ...(block.content ?? []),
  ]);
}
