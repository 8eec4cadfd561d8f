import type { Case } from "@/bench/align/read-cases";
import type { Language } from "@/core/article/language";
import {
  type CheckedDocument,
  type Passage,
  type PassageSentence,
  type SentenceOfPassage,
  type Unit,
  unitSide,
} from "@/core/checks/checked-document";

/** A case of the alignment benchmark with its gold alignment, as the rules read it; sentences are called by their number from 0. */
export function documentOfCase({ text, beads }: Case): CheckedDocument {
  const de = readSide(text.de, "de");
  const en = readSide(text.en, "en");
  const units = beads.map(
    (bead, index): Unit => ({
      index,
      de: unitSide(bead.de.flatMap((number) => de.sentences[number] ?? [])),
      en: unitSide(bead.en.flatMap((number) => en.sentences[number] ?? [])),
      isLine: false,
    }),
  );
  return { passages: { de: de.passages, en: en.passages }, units, untitled: null };
}

function readSide(
  { sentences, paragraphs }: Case["text"]["de"],
  side: Language,
): { passages: Passage[]; sentences: SentenceOfPassage[] } {
  const groups = new Map<number, number[]>();
  sentences.forEach((_, index) => {
    const paragraph = paragraphs[index] ?? 0;
    groups.set(paragraph, [...(groups.get(paragraph) ?? []), index]);
  });
  const passages: Passage[] = [];
  const places: SentenceOfPassage[] = [];
  for (const [paragraph, members] of groups) {
    let text = "";
    const own: PassageSentence[] = members.map((index) => {
      const start = text.length;
      text += `${text === "" ? "" : " "}${sentences[index] ?? ""}`;
      return { id: String(index), start: start === 0 ? 0 : start + 1, end: text.length };
    });
    const passage: Passage = {
      id: String(paragraph),
      side,
      kind: "prose",
      text,
      components: [],
      sentences: own,
    };
    passages.push(passage);
    members.forEach((index, at) => {
      const sentence = own[at];
      if (sentence) places[index] = { passage, sentence };
    });
  }
  return { passages, sentences: places };
}
