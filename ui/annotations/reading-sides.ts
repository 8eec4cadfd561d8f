import type { BeadLinks } from "@/core/annotation/word-twin";
import { type Language, languages } from "@/core/article/language";
import { indexText, type TextIndex } from "./text-index";

/** Both sides as they stand in the document, and the beads that hold their sentences together. */
export type ReadingSides = {
  readonly current: (language: Language) => TextIndex;
  readonly sections: () => readonly HTMLElement[];
  /** The side a node stands in; `null` outside of both. */
  readonly sideOf: (node: Node | null) => TextIndex | null;
  /** The counterpart group of a sentence, by sentence ids. */
  readonly beadOf: (sentence: string) => Record<Language, readonly string[]> | undefined;
  /** The word links of a sentence's bead, as far as they were asked for. */
  readonly wordLinks: Map<string, BeadLinks>;
  /** Says that nodes of the document have changed: it is read anew when next asked for. */
  readonly read: () => void;
};

/** Reads both sides of the page; `null` while one of them is not there. */
export function readSides(root: ParentNode): ReadingSides | null {
  const [german, english] = languages.map((language) =>
    root.querySelector<HTMLElement>(`[data-side="${language}"]`),
  );
  if (!german || !english) return null;

  const read = () => ({ de: indexText(german, "de"), en: indexText(english, "en") });
  let indexes = read();
  let isStale = false;
  const beads = readBeads(indexes);
  const upToDate = () => {
    if (isStale) indexes = read();
    isStale = false;
    return indexes;
  };
  return {
    current: (language) => upToDate()[language],
    sections: () => [german, english],
    sideOf(node) {
      if (german.contains(node)) return upToDate().de;
      return english.contains(node) ? upToDate().en : null;
    },
    beadOf: (sentence) => beads.get(sentence),
    wordLinks: new Map(),
    read() {
      isStale = true;
    },
  };
}

/** `data-bead` carries the same value on the sentences of both sides that stand for each other. */
function readBeads(indexes: Record<Language, TextIndex>) {
  const beads = new Map<string, Record<Language, string[]>>();
  const bySentence = new Map<string, Record<Language, readonly string[]>>();
  for (const language of languages) {
    for (const span of indexes[language].section.querySelectorAll<HTMLElement>("[data-sentence]")) {
      const { sentence, bead } = span.dataset;
      if (sentence === undefined || bead === undefined) continue;
      const group = beads.get(bead) ?? { de: [], en: [] };
      beads.set(bead, group);
      if (!group[language].includes(sentence)) group[language].push(sentence);
      bySentence.set(sentence, group);
    }
  }
  return bySentence;
}
