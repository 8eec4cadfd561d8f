import type { AlignmentText } from "@/core/alignment/alignment";
import type { NewBlock } from "@/core/article/article-from-blocks";
import { type ContentNode, textBlocks } from "@/core/article/content";
import type { Language } from "@/core/article/language";
import { sliceText } from "@/core/article/slice-text";
import { splitBlock } from "@/core/article/split-block";
import type { ApartRole } from "@/core/import/import-choices";
import { readSide } from "../mdx/read-side";
import { writeSide } from "../mdx/write-side";
import type { Line } from "../raw-text/read-lines";

/** A block of one side, and for each of its sentences the group of lines it stands in: different groups are never aligned. */
export type SideBlock = NewBlock & { readonly groups: readonly number[] };

/** A line of the running text, or one that goes on in the paragraph of the line before. */
export type BodyLine = Line & {
  readonly group: number;
  readonly isContinued: boolean;
  /** Set where it is aligned only with its like. */
  readonly apart?: ApartRole;
};

export function blocksOf(lines: readonly BodyLine[], side: Language): SideBlock[] {
  const blocks: SideBlock[] = [];
  for (const line of lines) {
    const node = line.node ?? paragraph(line.text);
    const sentences = splitBlock(node, side);
    const last = blocks.at(-1);
    if (!line.isContinued || !last) {
      blocks.push({ node, sentences, groups: sentences.map(() => line.group) });
      continue;
    }
    // Only text without marks goes on in the paragraph before.
    const before = last.sentences.join("");
    const glued = /\s$/u.test(before) ? before : `${before} `;
    blocks[blocks.length - 1] = {
      ...last,
      node: paragraph(glued + line.text),
      sentences: [
        ...last.sentences.slice(0, -1),
        (last.sentences.at(-1) ?? "") + glued.slice(before.length),
        ...sentences,
      ],
      groups: [...last.groups, ...sentences.map(() => line.group)],
    };
  }
  return blocks;
}

function paragraph(text: string): ContentNode {
  return { type: "paragraph", content: [{ type: "text", text }] };
}

/** What the aligner reads: items of a list and cells of a table are paragraphs of their own. */
export function alignmentText(blocks: readonly NewBlock[]): AlignmentText {
  const sentences: string[] = [];
  const paragraphs: number[] = [];
  let paragraph = 0;
  for (const block of blocks) {
    let lines = 0;
    for (const sentence of block.sentences) {
      sentences.push(sentence.trim());
      paragraphs.push(paragraph + lines);
      lines += sentence.split("\n").length - 1;
    }
    paragraph += Math.max(1, lines + 1, textBlocks(block.node).length);
  }
  return { sentences, paragraphs };
}

/** Paragraphs cut where `paragraphs`, by sentence, says that a new one begins; what cannot be cut without loss stays whole. */
export function cutBlocks(
  blocks: readonly SideBlock[],
  paragraphs: readonly number[],
): SideBlock[] {
  let next = 0;
  return blocks.flatMap((block): SideBlock[] => {
    const first = next;
    next += block.sentences.length;
    const starts = block.sentences.flatMap((_, index) =>
      index > 0 && paragraphs[first + index] !== paragraphs[first + index - 1] ? [index] : [],
    );
    return starts.length === 0 ? [block] : (cutBlock(block, starts) ?? [block]);
  });
}

function cutBlock(block: SideBlock, starts: readonly number[]): SideBlock[] | null {
  if (block.node.type !== "paragraph") return null;
  const bounds = [0, ...starts, block.sentences.length];
  const pieces = starts.concat(block.sentences.length).map((end, index): SideBlock => {
    const begin = bounds[index] ?? 0;
    const sentences = block.sentences.slice(begin, end);
    const offset = block.sentences.slice(0, begin).join("").length;
    const node = sliceText(block.node, offset, offset + sentences.join("").length);
    return { node, sentences, groups: block.groups.slice(begin, end) };
  });
  return pieces.every(({ node, sentences }) => survives(node, sentences)) ? pieces : null;
}

/** Whether a paragraph is read back as it is written, with the text of its sentences. */
function survives(node: ContentNode, sentences: readonly string[]): boolean {
  const [only, ...more] = node.content ?? [];
  const isPlain = only?.type === "text" && !only.marks && more.length === 0;
  const text = sentences.join("").trimEnd();
  if (isPlain) return only.text === text;
  const hasNotes = JSON.stringify(node).includes("footnoteReference");
  const { nodes } = readSide(writeSide({}, [withoutNotes(node)]), "de");
  if (!hasNotes && JSON.stringify(nodes) !== JSON.stringify([node])) return false;
  return textBlocks(node).length === 1 && nodes.length === 1;
}

/** Without its definition a reference would be read as text. */
function withoutNotes(node: ContentNode): ContentNode {
  return { ...node, content: node.content?.filter(({ type }) => type !== "footnoteReference") };
}
