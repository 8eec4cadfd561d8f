import type { Article } from "../article";
import { findBead, findSentence } from "../article-index";
import { blockText } from "../content";
import {
  type Edited,
  edited,
  newSentenceId,
  replaceBeads,
  replaceBlocks,
  replaceSide,
} from "./edited";
import { type OperationOf, refused } from "./operation";

/** A sentence becomes two, in the same bead; the longer one keeps the id. White space goes with what is before it. */
export function splitSentence(
  article: Article,
  { sentence: id, offset }: OperationOf<"split-sentence">,
): Edited {
  const at = findSentence(article, id);
  const bead = findBead(article, id)?.bead;
  if (!at || !bead) return refused("unknown");
  if (bead.isLocked) return refused("locked");
  const { block, blockIndex, sentence, index, side } = at;
  const text = blockText(block.node);
  const cut = afterSpace(text, sentence.start + offset);
  const parts = [text.slice(sentence.start, cut), text.slice(cut, sentence.end)];
  if (parts.some((part) => part.trim() === "")) return refused("at-edge");

  const { id: newId, side: counted } = newSentenceId(article.sides[side]);
  const isFirstLonger = cut - sentence.start >= sentence.end - cut;
  const pair = [
    { id: isFirstLonger ? id : newId, start: sentence.start, end: cut },
    { id: isFirstLonger ? newId : id, start: cut, end: sentence.end },
  ];
  const split = { ...block, sentences: block.sentences.toSpliced(index, 1, ...pair) };
  const changed = replaceSide(article, replaceBlocks(counted, blockIndex, 1, [split]));
  const ids = pair.map((each) => each.id);
  const grown = { ...bead, [side]: bead[side].flatMap((each) => (each === id ? ids : [each])) };
  return edited(replaceBeads(changed, new Map([[bead, [grown]]])));
}

function afterSpace(text: string, offset: number): number {
  let cut = offset;
  while (cut < text.length && /\s/.test(text.charAt(cut))) cut += 1;
  // Never between the halves of a character.
  return /[\uDC00-\uDFFF]/.test(text.charAt(cut)) ? cut + 1 : cut;
}
