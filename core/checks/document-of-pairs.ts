import type { Language } from "../article/language";
import { type CheckedDocument, type Passage, type Unit, unitSide } from "./checked-document";
import { readMdxText } from "./checked-text";

export type TextPair = Readonly<Record<Language, string>>;

/** Pairs of texts, which may hold MDX, as one document: each pair a paragraph of its own, whose block is called by its number from 0. */
export function documentOfPairs(pairs: readonly TextPair[]): CheckedDocument {
  const passages = { de: passagesOf(pairs, "de"), en: passagesOf(pairs, "en") };
  const units = pairs.map((_, index): Unit => {
    const side = (language: Language) =>
      unitSide(
        (passages[language][index]?.sentences ?? []).flatMap((sentence) => {
          const passage = passages[language][index];
          return passage ? [{ passage, sentence }] : [];
        }),
      );
    return { index, de: side("de"), en: side("en"), isLine: false };
  });
  return { passages, units, untitled: null };
}

function passagesOf(pairs: readonly TextPair[], side: Language): Passage[] {
  return pairs.map((pair, index) => {
    const { text, components } = readMdxText(pair[side]);
    return {
      id: String(index),
      side,
      kind: "prose",
      text,
      components,
      sentences: [{ id: null, start: 0, end: text.length }],
    };
  });
}
