import type { SideText } from "@/core/annotation/side-text";
import type { BeadLinks } from "@/core/annotation/word-twin";
import type { Sentence } from "@/core/article/article";
import { type Language, languages } from "@/core/article/language";
import { indexText, type TextIndex } from "./text-index";

/**
 * Both sides as they stand in the document, and the beads that hold their sentences together. Either is read when it is
 * first asked for: a page is there without it.
 */
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

/** Finds both sides of the page; `null` while one of them is not there. */
export function readSides(root: ParentNode): ReadingSides | null {
  const [german, english] = languages.map((language) =>
    root.querySelector<HTMLElement>(`[data-side="${language}"]`),
  );
  if (!german || !english) return null;

  const sections = { de: german, en: english };
  let indexes: Partial<Record<Language, TextIndex>> = {};
  const texts: Partial<Record<Language, SideText>> = {};
  let beads: ReturnType<typeof readBeads> | null = null;
  const current = (language: Language) => {
    const known = indexes[language];
    if (known) return known;
    const read = indexText(sections[language], language);
    const before = texts[language];
    // Where only nodes were split, all that was found in the text is where it was.
    const text = before && isSameText(before, read.text) ? before : read.text;
    const index = { ...read, text };
    texts[language] = text;
    indexes[language] = index;
    return index;
  };
  return {
    current,
    sections: () => [german, english],
    sideOf(node) {
      if (german.contains(node)) return current("de");
      return english.contains(node) ? current("en") : null;
    },
    beadOf(sentence) {
      beads ??= readBeads(sections);
      return beads.get(sentence);
    },
    wordLinks: new Map(),
    read() {
      indexes = {};
    },
  };
}

function isSameText(a: SideText, b: SideText): boolean {
  const isSameSentence = (one: Sentence, other: Sentence | undefined) =>
    one.id === other?.id && one.start === other.start && one.end === other.end;
  return (
    a.text === b.text &&
    a.blocks.length === b.blocks.length &&
    a.blocks.every(({ id, sentences }, index) => {
      const other = b.blocks[index];
      return (
        id === other?.id &&
        sentences.length === other.sentences.length &&
        sentences.every((sentence, at) => isSameSentence(sentence, other.sentences[at]))
      );
    })
  );
}

/** `data-bead` carries the same value on the sentences of both sides that stand for each other. */
function readBeads(sections: Record<Language, HTMLElement>) {
  const beads = new Map<string, Record<Language, string[]>>();
  const bySentence = new Map<string, Record<Language, readonly string[]>>();
  for (const language of languages) {
    for (const span of sections[language].querySelectorAll<HTMLElement>("[data-sentence]")) {
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
