import type { Article, Block, Sentence } from "../article";
import { findBead, findSentence, type SentenceAt } from "../article-index";
import { blockText } from "../content";
import { type Kept, replaceText } from "../inline-text";
import { compose } from "../position-map";
import {
  type Edited,
  edited,
  inSequence,
  rejoin,
  replaceBeads,
  replaceBlocks,
  replaceSide,
} from "./edited";
import { type OperationOf, refused, type Stamp } from "./operation";
import { openBeads } from "./regroup";
import { removeBlock } from "./remove-block";
import { segmentsOf } from "./segments";

/** Takes sentences out of the text; a block that is left without words goes with them, and leaves a tombstone. */
export function deleteSentences(
  article: Article,
  { sentences }: OperationOf<"delete-sentences">,
  stamp: Stamp,
): Edited {
  const open = openBeads(article, sentences);
  if (!open.ok) return open;
  return inSequence(
    article,
    [...new Set(sentences)],
    (each, id) => deleteOne(each, id, stamp),
    compose,
  );
}

function deleteOne(article: Article, id: string, stamp: Stamp): Edited {
  const at = findSentence(article, id);
  const bead = findBead(article, id)?.bead;
  if (!at || !bead) return refused("unknown");
  const isLeft = (each: string) => each !== id;
  const rest = { de: bead.de.filter(isLeft), en: bead.en.filter(isLeft) };
  const replacements = new Map([[bead, [rejoin(bead, rest, stamp)]]]);
  const cut = without(at);
  if (!cut) {
    const removed = removeBlock(article, at.block.id);
    return edited(replaceBeads(removed.article, replacements), removed.map);
  }
  const changed = replaceSide(
    article,
    replaceBlocks(article.sides[at.side], at.blockIndex, 1, [cut.block]),
  );
  const map = { touched: [at.block.id], segments: segmentsOf(at.side, at.block.id, cut.kept) };
  return edited(replaceBeads(changed, replacements), map);
}

function without({
  block,
  sentence,
  index,
}: SentenceAt): { block: Block; kept: readonly Kept[] } | null {
  const others = block.sentences.toSpliced(index, 1);
  if (others.length === 0) return null;
  const { start, end } = withSpaceBefore(blockText(block.node), sentence);
  const { node, kept } = replaceText(block.node, start, end, "");
  if (!node) return null;
  const length = blockText(node).length;
  const starts = others.map((each, place) => (place === 0 ? 0 : movedStart(kept, each)));
  const sentences = others.map((each, place) => {
    return { ...each, start: starts[place] ?? 0, end: starts[place + 1] ?? length };
  });
  return { block: { ...block, node, sentences }, kept };
}

/** The last sentence of a paragraph takes the space before it along. */
function withSpaceBefore(text: string, { start, end }: Sentence): { start: number; end: number } {
  const isLast = end === text.length || text.charAt(end - 1) === "\n";
  if (!isLast) return { start, end };
  return { start: text.slice(0, start).replace(/[^\S\n]+$/, "").length, end };
}

function movedStart(kept: readonly Kept[], sentence: Sentence): number {
  const first = kept.find(({ start, end }) => end > sentence.start && start < sentence.end);
  return first ? first.to + Math.max(0, sentence.start - first.start) : 0;
}
