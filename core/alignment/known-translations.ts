import { splitCompound } from "../text/split-compound";
import { findCognates } from "./cognates";
import type { DocumentWords } from "./document-words";
import { intlNames } from "./intl-names";
import type { Lexicon } from "./lexicon/lexicon";
import { TableBuilder, type TranslationTable } from "./translation-table";

/** What is known, before any sentence is compared, of the words of a document in both directions. */
export type Translations = {
  readonly toEnglish: TranslationTable;
  readonly toGerman: TranslationTable;
};

// How far each source is trusted. Watched by the alignment benchmark.
const trust = {
  lexicon: 0.75,
  compoundToEnglish: 0.34,
  compoundToGerman: 0.19,
  number: 0.85,
  sameWord: 0.6,
  name: 0.75,
  cognate: 0.25,
};

// What a dictionary says less often than this of a word costs more time than it helps, and so does what is as frequent anyway: "the" stands in
// the phrases of half a dictionary.
const leastShare = 0.015;
const leastLift = 3;

type Entry = readonly [word: number, target: number, probability: number];

/** Numbers and words spelled alike, names of countries, languages, months and days, and what the lexicon says. */
export function knownTranslations(
  de: DocumentWords,
  en: DocumentWords,
  lexicon: Lexicon | null,
): Translations {
  const toEnglish = new TableBuilder(de.stems.length);
  const toGerman = new TableBuilder(en.stems.length);
  for (const [word, target, share] of [
    ...sameWords(de, en, lexicon),
    ...names(de, en),
    ...cognates(de, en, lexicon),
  ]) {
    toEnglish.add(word, target, share);
    toGerman.add(target, word, share);
  }
  if (lexicon) addLexicon(lexicon, de, en, toEnglish, toGerman);
  return { toEnglish: toEnglish.build(), toGerman: toGerman.build() };
}

function sameWords(de: DocumentWords, en: DocumentWords, lexicon: Lexicon | null): Entry[] {
  return de.stems.flatMap((stem, word): Entry[] => {
    const target = en.numbers.get(stem);
    if (target === undefined) return [];
    if (stem.startsWith("#")) return [[word, target, trust.number]];
    // Short words spelled alike mean different things ("die", "war"), unless no lexicon knows them: then they are names.
    const isName = stem.length > 3 || (lexicon !== null && !lexicon.german.has(stem));
    return isName ? [[word, target, trust.sameWord]] : [];
  });
}

/** Only of words that no lexicon knows: names, and what is new. */
function cognates(de: DocumentWords, en: DocumentWords, lexicon: Lexicon | null): Entry[] {
  const isUnknown = (stem: string) => lexicon?.german.has(stem) !== true;
  return findCognates(de, en, isUnknown).map(({ word, target, likeness }) => [
    word,
    target,
    trust.cognate * (likeness - 0.5) * 2,
  ]);
}

function names(de: DocumentWords, en: DocumentWords): Entry[] {
  return intlNames().flatMap(([german, english]): Entry[] => {
    const word = de.numbers.get(german);
    const target = en.numbers.get(english);
    return word === undefined || target === undefined ? [] : [[word, target, trust.name]];
  });
}

function addLexicon(
  lexicon: Lexicon,
  de: DocumentWords,
  en: DocumentWords,
  toEnglish: TableBuilder,
  toGerman: TableBuilder,
): void {
  const inDocument = wordsByNumber(en.stems, lexicon.english, lexicon.toGerman.starts.length);
  const inGerman = wordsByNumber(de.stems, lexicon.german, lexicon.toEnglish.starts.length);
  const isKnown = (stem: string) => lexicon.german.has(stem);
  de.stems.forEach((stem, word) => {
    const number = lexicon.german.get(stem);
    if (number !== undefined) {
      eachTranslation(lexicon.toEnglish, number, inDocument, en.background, (target, share) => {
        toEnglish.add(word, target, trust.lexicon * share);
      });
    }
    if (number !== undefined && stem.length < 10) return;
    for (const part of splitCompound(stem, isKnown) ?? []) {
      const partNumber = lexicon.german.get(part);
      if (partNumber === undefined) continue;
      eachTranslation(lexicon.toEnglish, partNumber, inDocument, en.background, (target, share) => {
        toEnglish.add(word, target, trust.compoundToEnglish * share);
        toGerman.add(target, word, trust.compoundToGerman * share);
      });
    }
  });
  en.stems.forEach((stem, target) => {
    const number = lexicon.english.get(stem);
    if (number === undefined) return;
    eachTranslation(lexicon.toGerman, number, inGerman, de.background, (word, share) => {
      toGerman.add(target, word, trust.lexicon * share);
    });
  });
}

/** For each number of the lexicon the words of the document that have it: forms of one word share a number. */
type NumberedWords = { readonly first: Int32Array; readonly next: Int32Array };

// Lists linked through arrays: an entry of a dictionary names hundreds of words, and hardly any stands in a document.
function wordsByNumber(
  stems: readonly string[],
  numbers: ReadonlyMap<string, number>,
  size: number,
): NumberedWords {
  const first = new Int32Array(size).fill(-1);
  const next = new Int32Array(stems.length).fill(-1);
  for (let word = stems.length - 1; word >= 0; word -= 1) {
    const number = numbers.get(stems[word] ?? "");
    if (number === undefined) continue;
    next[word] = first[number] ?? -1;
    first[number] = word;
  }
  return { first, next };
}

function eachTranslation(
  table: TranslationTable,
  number: number,
  { first, next }: NumberedWords,
  background: Float64Array,
  found: (word: number, probability: number) => void,
): void {
  for (let at = table.starts[number] ?? 0; at < (table.starts[number + 1] ?? 0); at += 1) {
    const share = table.probabilities[at] ?? 0;
    if (share < leastShare) continue;
    let word = first[table.targets[at] ?? 0] ?? -1;
    for (; word >= 0; word = next[word] ?? -1) {
      if (share > leastLift * (background[word] ?? 0)) found(word, share);
    }
  }
}
