import { germanVerbForms } from "../alignment/lexicon/build-lexicon";
import type { Language } from "../article/language";
import { isFunctionWord } from "../text/function-words";
import { splitCompound } from "../text/split-compound";
import { foldGerman } from "../text/stem-german";
import type { DictionaryEntry } from "./dictionary-entry";
import { keyOf } from "./key-of";

/** What is asked: some words of a text as they stand there. */
type DictionaryQuestion = {
  readonly words: string;
  readonly language: Language;
  /** Particles that end a clause behind the words: "stellt" with "dar" is a form of "darstellen". */
  readonly particles: readonly string[];
};

export type Dictionary = {
  /** The phrase itself, else each of its words, in the order of the text; empty where nothing is known. */
  readonly lookUp: (question: DictionaryQuestion) => readonly DictionaryEntry[];
};

type Lines = readonly (readonly [headword: string, equivalents: readonly string[]])[];
type Forms = ReadonlyMap<string, readonly string[]>;
type Index = Map<string, DictionaryEntry[]>;

const mostPerWord = 4;

/** A dictionary in both directions from German headwords with English equivalents, and the irregular forms of either language. */
export function makeDictionary(lines: Lines, forms: Readonly<Record<Language, Forms>>): Dictionary {
  const entries = {
    de: lines.map(([headword, all]) => ({ headword, equivalents: [...all] })),
    en: turned(lines),
  };
  const indexes = {
    de: indexOf("de", entries.de, forms.de),
    en: indexOf("en", entries.en, forms.en),
  };
  const find = (word: string, language: Language) => {
    const found = indexes[language].get(keyOf(word, language)) ?? [];
    return byLikeness(found, word).slice(0, mostPerWord);
  };

  function ofWord(word: string, { language, particles }: DictionaryQuestion) {
    const joined = particles.flatMap((particle) => find(particle + word.toLowerCase(), language));
    const found = [...joined, ...find(word, language)];
    if (found.length > 0 || language === "en") return found;
    const parts = splitCompound(keyOf(word, "de"), (stem) => indexes.de.has(stem)) ?? [];
    return parts.flatMap((stem) => byLikeness(indexes.de.get(stem) ?? [], word).slice(0, 1));
  }

  return {
    lookUp(question) {
      const { language } = question;
      const words = question.words.match(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
      const phrase = words.length > 1 ? find(words.join(" "), language) : [];
      if (phrase.length > 0) return phrase;
      const telling = words.filter((word) => !isFunctionWord(word, language));
      const asked = telling.length > 0 ? telling : words;
      return [...new Set(asked.flatMap((word) => ofWord(word, question)))];
    },
  };
}

function indexOf(language: Language, entries: readonly DictionaryEntry[], forms: Forms): Index {
  const index: Index = new Map();
  const add = (key: string, entry: DictionaryEntry) => {
    const known = index.get(key);
    if (!known) index.set(key, [entry]);
    else if (!known.includes(entry)) known.push(entry);
  };
  const folded = new Map([...forms].map(([word, all]) => [foldGerman(word.toLowerCase()), all]));
  for (const entry of entries) add(keyOf(entry.headword, language), entry);
  for (const entry of entries) {
    const { headword } = entry;
    const found = forms.get(headword) ?? [];
    const made = language === "de" ? germanVerbForms(headword, folded) : [];
    for (const form of [...found, ...made]) add(keyOf(form, language), entry);
  }
  return index;
}

/** English words with the German ones that name them: those that name them first come first. */
function turned(lines: Lines): DictionaryEntry[] {
  const named = new Map<string, { headword: string; place: number }[]>();
  for (const [headword, equivalents] of lines) {
    for (const [place, english] of equivalents.entries()) {
      const known = named.get(english);
      if (known) known.push({ headword, place });
      else named.set(english, [{ headword, place }]);
    }
  }
  return [...named].map(([headword, all]) => ({
    headword,
    equivalents: all.sort((a, b) => a.place - b.place).map((one) => one.headword),
  }));
}

/**
 * The word itself first, then what is written large or small as it is: "Essen" and "essen" have one stem. Where the word is there
 * itself, what only some form of makes the same letters ("Garten", "gart" of "garen") is left out.
 */
function byLikeness(found: readonly DictionaryEntry[], word: string): readonly DictionaryEntry[] {
  const unlike = ({ headword }: DictionaryEntry) => {
    if (headword === word) return 0;
    if (headword.toLowerCase() === word.toLowerCase()) return 1;
    return isLarge(headword) === isLarge(word) ? 2 : 3;
  };
  const sorted = [...found].sort((a, b) => unlike(a) - unlike(b));
  const isThere = sorted[0] !== undefined && unlike(sorted[0]) < 2;
  return isThere ? sorted.filter((entry) => unlike(entry) < 3) : sorted;
}

function isLarge(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
