import { type Language, languages, otherLanguage } from "../article/language";
import type { UnitRule } from "./context";
import type { Flaw } from "./flaw";

const anyQuote = /["„“”«»‚‘›‹]|(?<!\p{L})'|'(?!\p{L})|(?<!\p{L})’|’(?!\p{L})/u;

const says = {
  de: "sagt|sagte|sagten|meint|meinte|rief|fragt|fragte|antwortet|antwortete|erklärt|erklärte|flüsterte|murmelte|schrie|betonte|erwiderte|entgegnete|ergänzte|erzählte|berichtete|schrieb|warnte|versicherte|seufzte|brummte|lachte",
  en: "say|says|said|asked|asks|cried|called|replied|answered|whispered|murmured|muttered|shouted|explained|added|remarked|told|insisted|warned|wrote|exclaimed|sighed|laughed|declared|stressed",
};

/** A speech verb after or before a clause of speech. */
const speech = {
  de: new RegExp(
    `^(?<clause>[^,.!?]{3,}(?:, [^,.!?]+){0,3})[,!?] (?:${says.de}) \\p{L}|(?:${says.de}):? \\p{Lu}`,
    "u",
  ),
  en: new RegExp(
    `^(?<clause>[^,.!?]{3,}(?:, [^,.!?]+){0,3})[,!?] (?:(?:${says.en}) \\p{L}|(?:\\p{L}+ ){1,4}(?:${says.en})(?=[ .,]))`,
    "u",
  ),
};

const reported =
  /\b(?:sei|seien|habe|werde|würde|könne|müsse|solle|wolle|dürfe|gebe|komme|gehe|hätte|hätten|wäre|wären|könnte|könnten|dass|stehe|bleibe|wisse|brauche|mache|liege|halte|lasse|bedeute|sehe|nehme)\b/u;

/** Direct speech that stands in quotation marks on the other side, and here in none: "The budget is sound, said the treasurer." */
export const findQuotesMissing: UnitRule = (unit) =>
  languages.flatMap((side): Flaw[] => {
    const { text } = unit[side];
    if (anyQuote.test(text) || !quotesSpeech(unit[otherLanguage(side)].text, otherLanguage(side)))
      return [];
    const clause = speech[side].exec(text)?.groups?.clause;
    if (
      clause === undefined ||
      (side === "de" && reported.test(text.replace(/\bich \p{L}+/giu, "")))
    )
      return [];
    const marks = side === "de" ? ["„", "“"] : ["“", "”"];
    return [
      {
        rule: "quotes-missing",
        side,
        span: { start: 0, end: clause.length },
        values: { text: clause },
        fix: `${marks[0]}${clause}${marks[1]}`,
      },
    ];
  });

/** Begins with a quotation that a speech verb follows. */
function quotesSpeech(text: string, side: Language): boolean {
  const verbs = says[side];
  return new RegExp(
    `^["„“»«‘].*["“”»«’],? (?:[\\p{L}]+ ){0,4}(?:${verbs})|^["„“»«‘].*["“”»«’],? (?:${verbs})`,
    "u",
  ).test(text);
}
