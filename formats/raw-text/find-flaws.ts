import { type Language, languages } from "@/core/article/language";
import { isFunctionWord } from "@/core/text/function-words";

/** Something in the document a person should look at. */
export type Finding = {
  readonly kind:
    | "title-missing"
    | "dateline-glued"
    | "paragraphs-projected"
    | "paragraphs-proposed"
    | "glued-words"
    | "doubled-word"
    | "unpaired";
  readonly side: Language;
  /** The index of the body sentence it is in; null where it concerns the side. */
  readonly sentence: number | null;
  /** The words in question; empty where there are none. */
  readonly text: string;
};

/** Flaws within the sentences of both sides. */
export function findFlaws(sentences: Readonly<Record<Language, readonly string[]>>): Finding[] {
  return languages.flatMap((side) =>
    sentences[side].flatMap((sentence, index) => [
      ...gluedWords(sentence, side).map((text) => flaw("glued-words", side, index, text)),
      ...doubledWords(sentence).map((text) => flaw("doubled-word", side, index, text)),
    ]),
  );
}

function flaw(kind: Finding["kind"], side: Language, sentence: number, text: string): Finding {
  return { kind, side, sentence, text };
}

/** "in derDer": a function word with a capital in it; names such as "YouTube" are not made of those. */
function gluedWords(sentence: string, language: Language): string[] {
  return [...sentence.matchAll(/(?<!\p{L})(\p{L}?\p{Ll}+)(\p{Lu}\p{Ll}+)(?!\p{L})/gu)].flatMap(
    ([whole, first = "", second = ""]) =>
      isFunctionWord(first, language) &&
      (isFunctionWord(second, language) || /^\p{Ll}/u.test(first))
        ? [whole]
        : [],
  );
}

/** Words that follow themselves in good sentences: "dass die die Stadt", "that that", "had had". */
const repeatable = /^(?:der|die|das|dem|den|sie|ihr|that|had|is|her)$/u;

/** "win win"; names such as "Bora Bora" are capitalised. */
function doubledWords(sentence: string): string[] {
  return [...sentence.matchAll(/(?<![\p{L}-])(\p{Ll}{2,}) \1(?![\p{L}-])/gu)].flatMap(
    ([whole, word = ""]) => (repeatable.test(word) ? [] : [whole]),
  );
}
