import { articleSideText } from "@/core/annotation/article-side-text";
import type { Article } from "@/core/article/article";
import { type ContentNode, isTextBlock } from "@/core/article/content";
import type { Language } from "@/core/article/language";
import type { Random } from "./seeded-random";
import {
  applySplices,
  newText,
  type Origin,
  type Splice,
  type TrackedBlock,
} from "./tracked-block";

/** The edits of the drill, as docs/annotations.md lists them. */
const shares = {
  deleted: 0.08,
  duplicated: 0.03,
  inserted: 0.05,
  moved: 0.1,
  replaced: 0.02,
  misspelled: 0.03,
};

type Place = { readonly block: number; readonly start: number; readonly end: number };

/** Edits one side of an article at random, and tells where every code unit of the result comes from. */
export function editSide(
  article: Article,
  language: Language,
  random: Random,
): readonly TrackedBlock[] {
  const blocks = trackedBlocks(article, language);
  const sentences = sentencePlaces(article, language);
  const editable = random.shuffle(sentences.filter(({ block }) => isPlain(blocks[block]?.node)));
  const count = (share: number) => Math.round(share * sentences.length);
  const deleted = editable.slice(0, count(shares.deleted));
  const copied = editable.slice(deleted.length, deleted.length + count(shares.duplicated));
  const splices = blocks.map((): Splice[] => []);
  const add = (block: number, splice: Splice) => splices[block]?.push(splice);

  for (const { block, start, end } of deleted)
    add(block, { ...newText(start, end - start, ""), origins: [] });
  const standing = editable.slice(deleted.length);
  copied.forEach((place, index) => {
    const isFar = index % 2 === 1;
    const target = isFar
      ? random.pick(standing.filter(({ block }) => block !== place.block))
      : place;
    const at = isFar ? (blocks[target.block]?.text.length ?? 0) : target.end;
    add(target.block, copyOf(blocks[place.block], place, at));
  });
  const words = wordPlaces(blocks, sentences, deleted);
  const vocabulary = words.map(
    ({ block, start, end }) => blocks[block]?.text.slice(start, end) ?? "",
  );
  for (let index = 0; index < count(shares.inserted); index += 1) {
    const { block, end } = random.pick(standing);
    const text = sentenceOf(random, vocabulary);
    add(
      block,
      newText(
        end,
        0,
        /\s$/.test(blocks[block]?.text.slice(0, end) ?? "") ? `${text} ` : ` ${text}`,
      ),
    );
  }
  const chosen = random.shuffle(words);
  const replaced = chosen.slice(0, Math.round(shares.replaced * words.length));
  const misspelled = chosen.slice(
    replaced.length,
    replaced.length + Math.round(shares.misspelled * words.length),
  );
  for (const { block, start, end } of replaced) {
    const old = blocks[block]?.text.slice(start, end);
    add(block, newText(start, end - start, random.pick(vocabulary.filter((word) => word !== old))));
  }
  for (const { block, start, end } of misspelled) {
    add(
      block,
      newText(start, end - start, misspell(random, blocks[block]?.text.slice(start, end) ?? "")),
    );
  }
  const edited = blocks.map((block, index) => applySplices(block, splices[index] ?? []));
  // A paragraph of which nothing is left goes; what never had a text, a rule or a figure, stays.
  const left = edited.filter(
    (block, index) => block.text.trim() !== "" || blocks[index]?.text === "",
  );
  return moveRun(left, random);
}

/** Every third block of the running text is taken out, and nothing else. */
export function deleteEveryThird(article: Article, language: Language): readonly TrackedBlock[] {
  return trackedBlocks(article, language).filter(
    ({ node }, index) => index % 3 !== 2 || node.type === "footnote",
  );
}

function trackedBlocks(article: Article, language: Language): TrackedBlock[] {
  const side = articleSideText(article, language);
  return article.sides[language].blocks.map(({ node }, index) => {
    const text = side.blocks[index]?.text ?? "";
    const start = side.starts[index] ?? 0;
    return {
      node,
      text,
      origins: Array.from({ length: text.length }, (_, offset) => start + offset),
    };
  });
}

/** Taking all of its text away, or adding to its end, leaves the block a sound one. */
function isPlain(node: ContentNode | undefined): boolean {
  return node?.type === "paragraph";
}

function sentencePlaces(article: Article, language: Language): Place[] {
  return article.sides[language].blocks.flatMap(({ sentences }, block) =>
    sentences.map(({ start, end }) => ({ block, start, end })),
  );
}

function wordPlaces(
  blocks: readonly TrackedBlock[],
  sentences: readonly Place[],
  deleted: readonly Place[],
): Place[] {
  const gone = new Set(deleted);
  return sentences
    .filter((place) => !gone.has(place) && canHoldWords(blocks[place.block]?.node))
    .flatMap(({ block, start, end }) => {
      const text = blocks[block]?.text.slice(start, end) ?? "";
      return [...text.matchAll(/\p{L}+/gu)].map(([word], index, all) => {
        const at = start + (all[index]?.index ?? 0);
        return { block, start: at, end: at + word.length };
      });
    });
}

function canHoldWords(node: ContentNode | undefined): boolean {
  return (
    node !== undefined &&
    (isTextBlock(node) ? node.type !== "codeBlock" && node.type !== "verbatim" : true)
  );
}

function copyOf(from: TrackedBlock | undefined, { start, end }: Place, at: number): Splice {
  const text = from?.text.slice(start, end) ?? "";
  const words = text.trimEnd();
  const origins: Origin[] = [...(from?.origins.slice(start, start + words.length) ?? [])];
  // Behind the original the space after it parts the two; at the end of a paragraph there is none yet.
  return text !== words && at === end
    ? { at, remove: 0, insert: `${words} `, origins: [...origins, null] }
    : { at, remove: 0, insert: ` ${words}`, origins: [null, ...origins] };
}

function sentenceOf(random: Random, vocabulary: readonly string[]): string {
  const words = Array.from({ length: 6 + random.below(9) }, () => random.pick(vocabulary)).join(
    " ",
  );
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** A letter too few, a letter twice, or two that changed places. */
function misspell(random: Random, word: string): string {
  const letters = [...word];
  const at = random.below(letters.length);
  const letter = letters[at] ?? "";
  const next = letters[at + 1];
  const wrong =
    next !== undefined && next !== letter && random.chance(0.5)
      ? [...letters.slice(0, at), next, letter, ...letters.slice(at + 2)]
      : letters.length > 2 && random.chance(0.5)
        ? [...letters.slice(0, at), ...letters.slice(at + 1)]
        : [...letters.slice(0, at), letter, letter, ...letters.slice(at + 1)];
  return wrong.join("");
}

/** Cuts out a run of blocks that holds a tenth of the text and puts it somewhere else. Footnotes stay last. */
function moveRun(blocks: readonly TrackedBlock[], random: Random): TrackedBlock[] {
  const body = blocks.filter(({ node }) => node.type !== "footnote");
  const notes = blocks.filter(({ node }) => node.type === "footnote");
  const goal = shares.moved * body.reduce((sum, { text }) => sum + text.length, 0);
  const first = random.below(body.length);
  let last = first;
  for (let length = 0; length < goal && last < body.length; last += 1)
    length += body[last]?.text.length ?? 0;
  const run = body.slice(first, last);
  const rest = [...body.slice(0, first), ...body.slice(last)];
  const to = (first + 1 + random.below(Math.max(1, rest.length - 1))) % (rest.length + 1);
  return [...rest.slice(0, to), ...run, ...rest.slice(to), ...notes];
}
