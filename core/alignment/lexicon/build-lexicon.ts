import { findWords } from "../../text/find-words";
import { prefixedForm, splitPrefix, weakVerbForms } from "../../text/german-verb-forms";
import { stemEnglish } from "../../text/stem-english";
import { foldGerman, stemGerman } from "../../text/stem-german";
import { type PassagePair, trainTranslations } from "../train-translations";
import type { Lexicon } from "./lexicon";

/** A word or phrase and one of its translations. */
export type PhrasePair = { readonly de: string; readonly en: string; readonly weight: number };

/** Words with forms that no rule finds: "nehmen" with "nahm", "genommen". */
export type WordForms = ReadonlyMap<string, readonly string[]>;

const maxPhraseWords = 8;

/** A lexicon of stems from phrases and their translations: which word of a phrase translates which is learned from all of them. */
export function buildLexicon(
  phrases: readonly PhrasePair[],
  forms: { readonly german: WordForms; readonly english: WordForms },
): Lexicon {
  const german = new Map<string, number>();
  const english = new Map<string, number>();
  const pairs = phrases.flatMap((phrase): PassagePair[] => {
    const source = numbersOf(phrase.de, stemGerman);
    const target = numbersOf(phrase.en, stemEnglish);
    if (source.length === 0 || target.length === 0) return [];
    if (source.length > maxPhraseWords || target.length > maxPhraseWords) return [];
    return [
      {
        source: Int32Array.from(source, (stem) => intern(german, stem)),
        target: Int32Array.from(target, (stem) => intern(english, stem)),
        weight: phrase.weight,
      },
    ];
  });
  const training = { iterations: 5, prior: null, unknown: 1, minProbability: 0.01 };
  const toEnglish = trainTranslations(pairs, {
    ...training,
    sourceSize: german.size,
    targetSize: english.size,
  });
  const toGerman = trainTranslations(pairs.map(turned), {
    ...training,
    sourceSize: english.size,
    targetSize: german.size,
  });
  addGermanForms(german, phrases, forms.german);
  addForms(english, forms.english, stemEnglish);
  return { german, english, toEnglish: strip(toEnglish), toGerman: strip(toGerman) };
}

function numbersOf(phrase: string, stem: (word: string) => string): string[] {
  return findWords(phrase).flatMap(({ text }) => (text.startsWith("#") ? [] : [stem(text)]));
}

function intern(numbers: Map<string, number>, stem: string): number {
  const known = numbers.get(stem);
  if (known !== undefined) return known;
  numbers.set(stem, numbers.size);
  return numbers.size - 1;
}

function turned({ source, target, weight }: PassagePair): PassagePair {
  return { source: target, target: source, weight };
}

function strip({ starts, targets, probabilities }: Lexicon["toEnglish"]): Lexicon["toEnglish"] {
  return { starts, targets, probabilities };
}

/** A form never takes the place of a word that has the same stem. */
function addForms(
  numbers: Map<string, number>,
  forms: WordForms,
  stem: (word: string) => string,
): void {
  for (const [headword, list] of forms) {
    const number = numbers.get(stem(headword.toLowerCase()));
    if (number === undefined) continue;
    for (const form of list) addForm(numbers, stem(form.toLowerCase()), number);
  }
}

function addForm(numbers: Map<string, number>, stem: string, number: number): void {
  if (!numbers.has(stem)) numbers.set(stem, number);
}

function addGermanForms(
  german: Map<string, number>,
  phrases: readonly PhrasePair[],
  irregular: WordForms,
): void {
  addForms(german, irregular, stemGerman);
  const folded = new Map(
    [...irregular].map(([headword, list]) => [foldGerman(headword.toLowerCase()), list]),
  );
  for (const verb of new Set(phrases.map(({ de }) => de))) {
    const number = german.get(stemGerman(verb));
    if (number === undefined) continue;
    for (const form of germanVerbForms(verb, folded)) addForm(german, stemGerman(form), number);
  }
}

/** The forms of a verb that its stem does not find, folded: weak ones, and those of its strong base under the prefix. None for other words. */
export function germanVerbForms(
  word: string,
  irregular: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  if (!isInfinitive(word)) return [];
  const parts = splitPrefix(word);
  const strong = (parts && irregular.get(parts.base)) ?? [];
  const prefixed = parts ? strong.map((form) => prefixedForm(parts, form.toLowerCase())) : [];
  return [...prefixed, ...weakVerbForms(word)];
}

function isInfinitive(phrase: string): boolean {
  return /^[a-zäöüß]{4,}n$/u.test(phrase);
}
