import type { Article, Bead, Block, Side } from "./article";
import { findBead, rowOf, sideOf } from "./article-index";
import { blockText } from "./content";
import { languages } from "./language";
import { orderBeads } from "./order-beads";

/** What is wrong with an article that no edit may bring about, in words for a log; `null` when it is sound. */
export function brokenInvariant(article: Article): string | null {
  for (const side of languages) {
    const broken = brokenSide(article.sides[side]);
    if (broken) return broken;
  }
  return brokenBeads(article) ?? brokenRows(article);
}

function brokenSide(side: Side): string | null {
  const letter = side.language.charAt(0);
  const blocks = side.blocks.flatMap(({ id, mergedIds }) => [id, ...mergedIds]);
  const all = [...blocks, ...side.tombstones.map(({ id }) => id)];
  const sentences = side.blocks.flatMap((block) => block.sentences.map(({ id }) => id));
  if (new Set(all).size < all.length) return "A block's id is given twice";
  if (new Set(sentences).size < sentences.length) return "A sentence's id is given twice";
  const number = (id: string) => Number(id.slice(2));
  if (all.some((id) => !id.startsWith(`${letter}b`) || number(id) >= side.next.block)) {
    return "A block's id is none of its side's";
  }
  if (sentences.some((id) => !id.startsWith(`${letter}s`) || number(id) >= side.next.sentence)) {
    return "A sentence's id is none of its side's";
  }
  const torn = side.blocks.find((block) => !isPartition(block));
  return torn ? `The sentences of ${torn.id} are not its text` : null;
}

function isPartition({ node, sentences }: Block): boolean {
  const text = blockText(node);
  if (text.trim() === "") return sentences.length === 0;
  return (
    sentences.every(({ start, end }, index) => {
      const isNext = start === (sentences[index - 1]?.end ?? 0);
      return isNext && text.slice(start, end).trim() !== "";
    }) && sentences.at(-1)?.end === text.length
  );
}

function brokenBeads(article: Article): string | null {
  const { beads, sides } = article;
  const held = beads.flatMap(({ de, en }) => [...de, ...en]);
  const ids = languages.flatMap((side) =>
    sides[side].blocks.flatMap((block) => block.sentences.map(({ id }) => id)),
  );
  if (held.length !== ids.length || ids.some((id) => !findBead(article, id))) {
    return "The beads do not hold every sentence once";
  }
  if (beads.some((bead) => !languages.every((side) => isOf(side, bead)))) {
    return "A bead holds a sentence on the wrong side";
  }
  if (beads.some(({ de, en }) => de.length + en.length === 0)) return "A bead is empty";
  const ordered = orderBeads(beads, sides);
  if (beads.some((bead, index) => ordered[index] !== bead)) return "The beads are out of order";
  const across = beads.find((bead) => {
    return new Set([...bead.de, ...bead.en].map((id) => rowOf(article, id)?.index)).size > 1;
  });
  return across ? `The bead of ${[...across.de, ...across.en][0]} reaches across rows` : null;
}

function isOf(side: "de" | "en", bead: Bead): boolean {
  return bead[side].every((id) => sideOf(id) === side);
}

function brokenRows({ rows, sides }: Article): string | null {
  const isInOrder = languages.every((side) => {
    const held = rows.flatMap((row) => row[side]);
    const { blocks } = sides[side];
    return held.length === blocks.length && blocks.every(({ id }, index) => held[index] === id);
  });
  if (!isInOrder) return "The rows do not hold every block once, in reading order";
  if (rows.some(({ de, en }) => de.length + en.length === 0)) return "A row is empty";
  const ids = rows.map(({ id }) => id);
  return new Set(ids).size < ids.length ? "A row's id is given twice" : null;
}
