import type { Language } from "../../article/language";
import type { Span } from "../flaw";

/** "mehrere Hundert", "tens of thousands": of what size something is, without a number. */
export type VagueMagnitude = { readonly size: number; readonly span: Span };

const sizes: Readonly<Record<Language, readonly (readonly [RegExp, number])[]>> = {
  de: [
    [/^(?:zehntausende?n?|tausend|tausende?r?n?)$/iu, 1e3],
    [/^(?:hunderttausende?n?|hundert|hunderte?r?n?)$/iu, 1e2],
    [/^(?:dutzende?n?)$/iu, 12],
    [/^millionen$/iu, 1e6],
    [/^milliarden$/iu, 1e9],
  ],
  en: [
    [/^dozens?$/iu, 12],
    [/^hundreds?$/iu, 1e2],
    [/^thousands?$/iu, 1e3],
    [/^millions?$/iu, 1e6],
    [/^billions?$/iu, 1e9],
  ],
};

const vague: Readonly<Record<Language, RegExp>> = {
  de: /(?<!\p{L})(?:(?:mehrere|mehreren|mehrerer|einige|einigen|einiger|viele|vielen|wenige|wenigen|etliche|etlichen|ein paar) (hundert|tausend|dutzend|millionen|milliarden)|(hunderten?r?|tausenden?r?|dutzenden?) (?!Mal|mal))(?!\p{L}*(?:mal|fach))/giu,
  en: /(?<!\p{L})(?:(?:several|some|many|a few) (hundred|thousand|dozen|million|billion)|(hundreds|thousands|dozens) of(?! (?:thousands|millions|billions)))(?!\p{L})(?! (?:thousand|million|billion))/giu,
};

/** The vague magnitudes of a text; "hundreds of thousands" and "Hunderttausende" are none of them. */
export function readVagueMagnitudes(text: string, language: Language): VagueMagnitude[] {
  return Array.from(text.matchAll(vague[language])).flatMap((match) => {
    const word = match[1] ?? match[2] ?? "";
    const size = sizes[language].find(([form]) => form.test(word))?.[1];
    if (size === undefined || /\b(?:of|and) $/iu.test(text.slice(0, match.index))) return [];
    return [{ size, span: { start: match.index, end: match.index + match[0].trimEnd().length } }];
  });
}
