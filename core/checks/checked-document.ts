import { type Language, languages } from "../article/language";
import type { CheckedText, Component } from "./checked-text";

/** A block of one side, or a line of its front matter: what quotation marks and brackets are balanced in. */
export type Passage = CheckedText & {
  readonly id: string;
  readonly side: Language;
  readonly kind: "prose" | "line" | "code";
  readonly sentences: readonly PassageSentence[];
};

export type PassageSentence = {
  readonly id: string | null;
  readonly start: number;
  readonly end: number;
};

/** One side of a sentence pair, put together from sentences that may stand in several passages. */
export type UnitSide = CheckedText & { readonly pieces: readonly Piece[] };

type Piece = {
  /** Where the piece begins in the unit's text. */
  readonly start: number;
  readonly passage: Passage;
  readonly sentence: PassageSentence;
};

/** Sentences that translate each other: a bead, or a line of the front matter of both sides. */
export type Unit = Readonly<Record<Language, UnitSide>> & {
  readonly index: number;
  /** Title, byline and the like: no sentence. */
  readonly isLine: boolean;
};

export type CheckedDocument = {
  readonly passages: Readonly<Record<Language, readonly Passage[]>>;
  readonly units: readonly Unit[];
  /** The side that has no headline although the other one has; `null` where none is missing. */
  readonly untitled: Language | null;
};

export type SentenceOfPassage = { readonly passage: Passage; readonly sentence: PassageSentence };

/** Joins sentences to one side of a unit; white space at their ends stays out. */
export function unitSide(sentences: readonly SentenceOfPassage[]): UnitSide {
  let text = "";
  const pieces: Piece[] = [];
  const components: Component[] = [];
  for (const { passage, sentence } of sentences) {
    const raw = passage.text.slice(sentence.start, sentence.end);
    const from = sentence.start + (raw.length - raw.trimStart().length);
    if (text !== "") text += " ";
    const start = text.length;
    text += raw.trim();
    pieces.push({ start, passage, sentence: { ...sentence, start: from } });
    for (const each of passage.components) {
      if (!belongsTo(each, sentence, passage)) continue;
      const shift = start - from;
      components.push({
        ...each,
        start: Math.max(0, each.start + shift),
        end: Math.max(0, each.end + shift),
      });
    }
  }
  return { text, components, pieces };
}

/** A component belongs to the sentence it begins in; one that holds no text to the sentence that it ends. */
function belongsTo(each: Component, sentence: PassageSentence, passage: Passage): boolean {
  if (each.start < each.end) return each.start >= sentence.start && each.start < sentence.end;
  const isFirst = sentence.start === 0 && each.start === 0;
  const trimmedEnd =
    sentence.start + passage.text.slice(sentence.start, sentence.end).trimEnd().length;
  if (isFirst || (each.start > sentence.start && each.start <= trimmedEnd)) return true;
  return each.start > trimmedEnd && each.start < sentence.end;
}

/** The passages of both sides. */
export function allPassages(document: CheckedDocument): readonly Passage[] {
  return languages.flatMap((side) => document.passages[side]);
}
