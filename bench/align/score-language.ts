import { type Language, languages, otherLanguage } from "@/core/article/language";
import { identifyLanguage } from "@/core/text/identify-language";
import { findHalves } from "@/formats/raw-text/find-halves";
import type { Case } from "./read-cases";

type Share = { readonly right: number; readonly all: number };

export type LanguageScore = {
  /** Single sentences of 40 characters and more, without their neighbours. */
  readonly longLines: Share;
  readonly shortLines: Share;
  /** Both halves of a document in one text without blank lines or labels, either first: each half told to be in its language. */
  readonly halves: Share;
  /** Of the same, where they meet: right where every line is in its half. */
  readonly borders: Share;
};

const longLine = 40;

/** How often the language of a line and the halves of a document are found. */
export function scoreLanguage(cases: readonly Case[]): LanguageScore {
  const lines = cases.flatMap(({ text }) =>
    languages.flatMap((side) =>
      text[side].sentences
        .filter((sentence) => /\p{L}/u.test(sentence))
        .map((sentence) => ({
          isLong: sentence.length >= longLine,
          isRight: identifyLanguage(sentence).language === side,
        })),
    ),
  );
  const halves = cases.flatMap((each) => [judgeHalves(each, "de"), judgeHalves(each, "en")]);
  return {
    longLines: share(lines.filter(({ isLong }) => isLong).map(({ isRight }) => isRight)),
    shortLines: share(lines.filter(({ isLong }) => !isLong).map(({ isRight }) => isRight)),
    halves: share(halves.map(({ isLanguageRight }) => isLanguageRight)),
    borders: share(halves.map(({ isBorderRight }) => isBorderRight)),
  };
}

function judgeHalves({ text }: Case, first: Language) {
  const second = otherLanguage(first);
  const lines = [...text[first].sentences, ...text[second].sentences];
  const found = findHalves(lines.map((line) => ({ text: line, blankBefore: 0 })));
  if (!found.ok) return { isLanguageRight: false, isBorderRight: false };
  const own = found.halves[first].map((line) => line.text).join("");
  const wanted = text[first].sentences.join("");
  const border = squeeze(own).length - squeeze(wanted).length;
  const slip = Math.abs(border) / squeeze(lines.join("")).length;
  return { isLanguageRight: slip < 0.05, isBorderRight: squeeze(own) === squeeze(wanted) };
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, "");
}

function share(judged: readonly boolean[]): Share {
  return { right: judged.filter(Boolean).length, all: judged.length };
}
