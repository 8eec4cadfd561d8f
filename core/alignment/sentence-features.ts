import type { Language } from "../article/language";
import { canonicalNumber } from "../text/canonical-number";
import { isFunctionWord } from "../text/function-words";

const token = /(?:\p{Lu}\.){2,}|\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*|[?!:%(€$£]|[„“”»«"]/gu;

/**
 * What a sentence and its translation may share without a dictionary, each once: "#10" a number, "=kongo" a word as it is
 * spelled, "~lith" the beginning of a word, "?" a mark. Beginnings find cognates, after Simard, Foster and Isabelle,
 * "Using Cognates to Align Sentences in Bilingual Corpora" (TMI 1992): words that share their first four letters.
 */
export function sentenceFeatures(sentence: string, language: Language): string[] {
  const features = new Set<string>();
  for (const [text] of sentence.matchAll(token)) {
    if (/^\d/.test(text)) features.add(`#${canonicalNumber(text)}`);
    else if (/^[„“”»«"]/.test(text)) features.add('"');
    else if (!/^\p{L}/u.test(text)) features.add(text);
    else addWord(features, text.replaceAll(".", ""), language);
  }
  return [...features];
}

function addWord(features: Set<string>, word: string, language: Language): void {
  const isAcronym = /^\p{Lu}{2,}$/u.test(word);
  if (!isAcronym && (word.length < 3 || isFunctionWord(word, language))) return;
  const folded = fold(word);
  features.add(`=${folded}`);
  if (folded.length >= 4) features.add(`~${spellAlike(folded).slice(0, 4)}`);
}

/** Without case and diacritics, so that "Husić" is "Husic". */
function fold(word: string): string {
  return word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ß", "ss");
}

/** Kobalt, cobalt; Telefon, telephone. */
function spellAlike(folded: string): string {
  return folded.replaceAll("ph", "f").replaceAll("c", "k");
}
