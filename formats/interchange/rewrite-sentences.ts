import type { Article, Block, Sentence } from "@/core/article/article";
import { blockText } from "@/core/article/content";
import { replaceText } from "@/core/article/inline-text";
import type { Language } from "@/core/article/language";

/**
 * Gives sentences other words, which have the marks of their first character; `null` takes a sentence away. White space after a sentence
 * stays. `null` where that cannot be done without losing a paragraph or an item of a list.
 */
export function rewriteSentences(
  article: Article,
  side: Language,
  texts: ReadonlyMap<string, string | null>,
): Article | null {
  const blocks: Block[] = [];
  for (const block of article.sides[side].blocks) {
    const isMeant = block.sentences.some(({ id }) => texts.has(id));
    const rewritten = isMeant ? rewriteBlock(block, texts) : block;
    if (!rewritten) return null;
    blocks.push(rewritten);
  }
  const gone = new Set([...texts].flatMap(([id, text]) => (text === null ? [id] : [])));
  return {
    ...article,
    sides: { ...article.sides, [side]: { ...article.sides[side], blocks } },
    beads: article.beads.map((bead) =>
      bead[side].some((id) => gone.has(id))
        ? { ...bead, [side]: bead[side].filter((id) => !gone.has(id)) }
        : bead,
    ),
  };
}

function rewriteBlock(block: Block, texts: ReadonlyMap<string, string | null>): Block | null {
  let node = block.node;
  const old = blockText(node);
  const pieces = block.sentences.map(({ id, start, end }) => {
    const whole = old.slice(start, end);
    const text = texts.get(id);
    if (text === undefined) return { id, start, end, text: whole };
    if (text === null) return { id, start, end, text: "" };
    const head = whole.slice(0, whole.length - whole.trimStart().length);
    return { id, start, end, text: head + text + whole.slice(whole.trimEnd().length) };
  });
  // From the end, so that the offsets of what comes before stay true.
  for (const { start, end, text } of pieces.toReversed()) {
    const whole = old.slice(start, end);
    if (text === whole) continue;
    const tail = text === "" ? 0 : whole.length - whole.trimEnd().length;
    const changed = replaceText(node, start, end - tail, text.slice(0, text.length - tail)).node;
    if (!changed) return null;
    node = changed;
  }
  return placed(block, node, pieces);
}

function placed(
  block: Block,
  node: Block["node"],
  pieces: readonly { readonly id: string; readonly text: string }[],
): Block | null {
  const { length } = blockText(node);
  let end = 0;
  const sentences = pieces
    .filter(({ text }) => text !== "")
    .map(({ id, text }): Sentence => {
      const start = end;
      end += text.length;
      return { id, start, end };
    });
  if (end === length) return { ...block, node, sentences };
  return null;
}
