import type { Language } from "@/core/article/language";
import { splitSentences } from "@/core/sentences/split-sentences";
import type { Case } from "./read-cases";

/** Cuts a text into sentences, without loss. */
export type Splitter = (text: string, side: Language) => readonly string[];

/** Our own rules, and what the runtime brings (Unicode Standard Annex 29 with the locale's suppressions). */
export const splitters: Readonly<Record<"own" | "intl", Splitter>> = {
  own: splitSentences,
  intl: (text, side) => Array.from(segmenters[side].segment(text), ({ segment }) => segment),
};

const segmenters: Readonly<Record<Language, Intl.Segmenter>> = {
  de: new Intl.Segmenter("de", { granularity: "sentence" }),
  en: new Intl.Segmenter("en", { granularity: "sentence" }),
};

/**
 * F1, from 0 to 1, of the places inside paragraphs where one sentence ends and the next begins. Gold sentences that end without an end mark,
 * such as headlines that share a line with what follows, are left out of account: no rule could find them.
 */
export function scoreSplitting(cases: readonly Case[], side: Language, split: Splitter): number {
  let found = 0;
  let wanted = 0;
  let both = 0;
  for (const { text } of cases) {
    for (const sentences of paragraphsOf(text[side])) {
      const gold = ends(sentences);
      const ours = ends(split(sentences.join(" "), side));
      for (const isMarked of gold.values()) if (isMarked) wanted += 1;
      for (const end of ours.keys()) {
        if (gold.get(end) === false) continue;
        found += 1;
        if (gold.has(end)) both += 1;
      }
    }
  }
  return found + wanted === 0 ? 1 : (2 * both) / (found + wanted);
}

function paragraphsOf(side: Case["text"][Language]): string[][] {
  const groups = new Map<number, string[]>();
  side.sentences.forEach((sentence, index) => {
    const paragraph = side.paragraphs[index] ?? 0;
    groups.set(paragraph, [...(groups.get(paragraph) ?? []), sentence]);
  });
  return [...groups.values()];
}

/** After how many characters that are not white space each sentence but the last ends, and whether in an end mark. */
function ends(sentences: readonly string[]): Map<number, boolean> {
  let length = 0;
  return new Map(
    sentences.slice(0, -1).map((sentence) => {
      length += sentence.replace(/\s+/gu, "").length;
      return [length, /[.!?…]["'”“’‘»«›‹)\]\s]*$/u.test(sentence)];
    }),
  );
}
