import { canonicalNumber } from "../../text/canonical-number";
import { numberWord } from "../../text/number-word";
import { splitCompound } from "../../text/split-compound";
import { stemEnglish } from "../../text/stem-english";
import { stemGerman } from "../../text/stem-german";
import type { Lexicon } from "../lexicon/lexicon";
import type { TranslationTable } from "../translation-table";
import type { SeparableVerb } from "./separable-verbs";
import type { Token } from "./split-tokens";

/** How strongly the lexicon and spelling speak for a pair of tokens, from 0 to 1. */
export type Strength = (de: number, en: number) => number;

/** What a word may be looked up as, and how much such an entry counts. */
type Entry = { readonly number: number; readonly weight: number };

const partWeight = 0.8;

export function wordStrength(
  de: readonly Token[],
  en: readonly Token[],
  verbs: readonly SeparableVerb[],
  lexicon: Lexicon | null,
): Strength {
  const german = de.map((token, index) => germanEntries(token, index, verbs, lexicon));
  const english = en.map((token) => englishEntries(token, lexicon));
  const deForms = de.map(({ text }) => formOf(text, "de"));
  const enForms = en.map(({ text }) => formOf(text, "en"));
  return (i, j) => {
    const spelled = spelling(deForms[i] ?? "", enForms[j] ?? "");
    if (!lexicon || spelled === 1) return spelled;
    let best = 0;
    for (const from of german[i] ?? []) {
      for (const to of english[j] ?? []) {
        const weight = from.weight * to.weight;
        best = Math.max(best, weight * association(lexicon, from.number, to.number));
      }
    }
    return Math.max(best, spelled);
  };
}

function germanEntries(
  token: Token,
  index: number,
  verbs: readonly SeparableVerb[],
  lexicon: Lexicon | null,
): Entry[] {
  if (!lexicon) return [];
  const joined = verbs
    .filter(({ verb, particle }) => verb === index || particle === index)
    .map(({ number }): Entry => ({ number, weight: 1 }));
  const stems = token.text.toLowerCase().split("-").map(stemGerman);
  const isKnown = (stem: string) => lexicon.german.has(stem);
  const entries = stems.flatMap((stem): Entry[] => {
    const number = lexicon.german.get(stem);
    const whole = number === undefined ? [] : [{ number, weight: joined.length > 0 ? 0.5 : 1 }];
    const parts = (splitCompound(stem, isKnown) ?? []).flatMap((part): Entry[] => {
      const partNumber = lexicon.german.get(part);
      return partNumber === undefined ? [] : [{ number: partNumber, weight: partWeight }];
    });
    return [...whole, ...parts];
  });
  return [...joined, ...entries];
}

function englishEntries(token: Token, lexicon: Lexicon | null): Entry[] {
  if (!lexicon) return [];
  const stems = token.text.toLowerCase().split("-").map(stemEnglish);
  return stems.flatMap((stem) => {
    const number = lexicon.english.get(stem);
    return number === undefined ? [] : [{ number, weight: 1 }];
  });
}

/** Both directions together, stretched: what a dictionary lists at all is worth much more than its share of the entries says. */
function association(lexicon: Lexicon, german: number, english: number): number {
  const forth = probabilityOf(lexicon.toEnglish, german, english);
  const back = probabilityOf(lexicon.toGerman, english, german);
  if (forth + back === 0) return 0;
  return Math.sqrt((forth + back) / 2);
}

function probabilityOf(table: TranslationTable, word: number, target: number): number {
  for (let at = table.starts[word] ?? 0; at < (table.starts[word + 1] ?? 0); at += 1) {
    if (table.targets[at] === target) return table.probabilities[at] ?? 0;
  }
  return 0;
}

function formOf(text: string, language: "de" | "en"): string {
  const lower = text.toLowerCase();
  if (/^\d/.test(lower)) return `#${canonicalNumber(lower)}`;
  return (
    numberWord(lower, language) ?? (language === "de" ? stemGerman(lower) : stemEnglish(lower))
  );
}

/** 1 for the same number or name, somewhat less for words spelled alike, 0 for all others. */
function spelling(a: string, b: string): number {
  if (a === b) return a.startsWith("#") || a.length > 3 ? 1 : 0.3;
  if (a.startsWith("#") || b.startsWith("#") || a.length < 5 || b.length < 5) return 0;
  let same = 0;
  while (same < Math.min(a.length, b.length) && a[same] === b[same]) same += 1;
  return same >= 4 && same / Math.max(a.length, b.length) > 0.6 ? 0.5 : 0;
}
