import type { Language } from "../article/language";
import { findWords, type Word } from "../text/find-words";
import { splitCompound } from "../text/split-compound";
import { stemEnglish } from "../text/stem-english";
import { foldGerman, stemGerman } from "../text/stem-german";

/** What a search knows of German beyond its stemmer: the stems of words that compounds are made of. */
export type KnownStems = (stem: string) => boolean;

/**
 * The terms by which a text is found: each word as it stands ("=minister"), its stem ("de:minist", "en:minister"), the
 * parts of compounds ("rohstoffpolitik" is "de:rohstoff" and "de:politik" too) and separable verbs put together ("setzt
 * … ein" is "de:einsetz"). A text in neither language for certain is given both.
 */
export function indexTerms(
  text: string,
  languages: readonly Language[],
  isKnown: KnownStems,
): ReadonlySet<string> {
  const terms = new Set<string>();
  for (const clause of text.split(clauseEnd)) {
    const words = findWords(clause);
    for (const { text: word } of words) {
      terms.add(wholeTerm(word));
      if (languages.includes("en")) terms.add(`en:${stemEnglish(word)}`);
      if (languages.includes("de"))
        for (const stem of germanStems(word, isKnown)) terms.add(`de:${stem}`);
    }
    if (languages.includes("de")) for (const stem of joinedVerbs(words)) terms.add(`de:${stem}`);
  }
  return terms;
}

const clauseEnd = /[.,;:!?…\n–—]+(?=\s|$)/;
const longestTerm = 200; // PostgreSQL takes 2,046 bytes; a longer word is none

/** A word as it is written, without umlauts and accents. */
function wholeTerm(word: string): string {
  return `=${foldGerman(word)}`.slice(0, longestTerm);
}

function germanStems(word: string, isKnown: KnownStems): string[] {
  const stem = stemGerman(word).slice(0, longestTerm);
  return [stem, ...partsOf(stem, isKnown, 2)];
}

/** The parts of a compound, and theirs: "Rohstoffpolitikwechsel" has four. */
function partsOf(stem: string, isKnown: KnownStems, depth: number): string[] {
  const parts = splitCompound(stem, isKnown) ?? [];
  if (depth === 0) return [...parts];
  return parts.flatMap((part) => [part, ...partsOf(part, isKnown, depth - 1)]);
}

// Longer ones are adverbs as often as particles ("zusammen", "wieder") and stand where particles do; they join as well.
const particles = new Set(
  "ab an auf aus bei dar durch ein empor entgegen fest fort frei heim her heran heraus herbei herein hervor hin hinaus hinein hinzu hoch los mit nach nieder statt teil uber um unter vor voran voraus vorbei weg weiter wieder zu zuruck zusammen".split(
    " ",
  ),
);

/** "Washington setzt den Fonds ein": the particle at the end of a clause, before each word that may be its verb. */
function joinedVerbs(words: readonly Word[]): string[] {
  const particle = foldGerman(words.at(-1)?.text ?? "");
  if (!particles.has(particle)) return [];
  return words.slice(0, -1).flatMap(({ text }) => {
    const base = foldGerman(text).replace(/(?:te[nst]?|e?st|et|[ten]|en)$/, "");
    return base.length >= 3 ? [`${particle}${base}`.slice(0, longestTerm)] : [];
  });
}

/** What a reader looks for: every one of these groups must be found, by any of its terms. */
export type SearchQuery = readonly (readonly SearchTerm[])[];

type SearchTerm = { readonly term: string; readonly isPrefix: boolean };

const maxWords = 20;

/** The words of a question; one that ends in "*" asks for all words that begin so. */
export function searchQuery(question: string): SearchQuery {
  return findWords(question)
    .slice(0, maxWords)
    .map(({ text, end }) => {
      if (question[end] === "*") return [{ term: wholeTerm(text), isPrefix: true }];
      const stems = [`de:${stemGerman(text)}`, `en:${stemEnglish(text)}`];
      return [wholeTerm(text), ...stems].map((term) => ({
        term: term.slice(0, longestTerm),
        isPrefix: false,
      }));
    });
}
