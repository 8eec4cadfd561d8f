import { indexTerms, type SearchQuery, searchQuery } from "../search/terms";
import { findWords } from "../text/find-words";
import { stemGerman } from "../text/stem-german";
import type { Article } from "./article";
import { blockText } from "./content";
import { type Language, languages } from "./language";

/** A bead as a search sees it. */
type Passage = {
  /** The row it begins in. */
  readonly row: string;
  readonly sides: Readonly<Record<Language, Stretch>>;
};

type Stretch = {
  /** The first of the sentences; `null` where that side has none. */
  readonly sentence: string | null;
  readonly text: string;
  readonly terms: ReadonlySet<string>;
};

/** Everything that can be found in an article, in reading order. */
export type ArticleIndex = readonly Passage[];

export type Hit = {
  readonly row: string;
  /** The side whose sentences hold every word that was asked for. */
  readonly side: Language;
  /** Where to go: its first sentence. */
  readonly sentence: string;
  readonly text: string;
  /** What stands for it on the other side; empty where nothing does. */
  readonly counterpart: string;
};

/** Goes through the whole text: worth keeping. */
export function indexArticle(article: Article): ArticleIndex {
  const sentences = new Map<string, { text: string; block: string }>();
  for (const language of languages) {
    for (const block of article.sides[language].blocks) {
      const text = blockText(block.node);
      for (const { id, start, end } of block.sentences) {
        sentences.set(id, { text: text.slice(start, end), block: block.id });
      }
    }
  }
  const rowOf = new Map(
    article.rows.flatMap(({ id, de, en }) => [...de, ...en].map((block) => [block, id])),
  );
  const isKnown = knownStems(article);
  return article.beads.flatMap((bead): Passage[] => {
    const first = sentences.get(bead.de[0] ?? bead.en[0] ?? "");
    const row = first && rowOf.get(first.block);
    if (row === undefined) return [];
    const stretch = (language: Language): Stretch => {
      const texts = bead[language].map((id) => sentences.get(id)?.text ?? "");
      const text = texts.join("").trim();
      const sentence = bead[language][0] ?? null;
      return { sentence, text, terms: indexTerms(text, [language], isKnown) };
    };
    return [{ row, sides: { de: stretch("de"), en: stretch("en") } }];
  });
}

/** The passages that hold every word of a question on one of their sides, in any of its forms, in reading order. */
export function findInArticle(index: ArticleIndex, question: string): readonly Hit[] {
  const query = searchQuery(question);
  if (query.length === 0) return [];
  return index.flatMap(({ row, sides }) => {
    const side = languages.find((language) => holds(sides[language].terms, query));
    if (!side) return [];
    const { sentence, text } = sides[side];
    const counterpart = sides[side === "de" ? "en" : "de"].text;
    return sentence === null ? [] : [{ row, side, sentence, text, counterpart }];
  });
}

function holds(terms: ReadonlySet<string>, query: SearchQuery): boolean {
  return query.every((word) =>
    word.some(({ term, isPrefix }) =>
      isPrefix ? [...terms].some((one) => one.startsWith(term)) : terms.has(term),
    ),
  );
}

/** The stems of the text itself: a compound is taken apart where its parts stand elsewhere by themselves. */
function knownStems(article: Article): (stem: string) => boolean {
  const stems = new Set(
    article.sides.de.blocks.flatMap(({ node }) =>
      findWords(blockText(node)).map(({ text }) => stemGerman(text)),
    ),
  );
  return (stem) => stems.has(stem);
}
