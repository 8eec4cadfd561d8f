import type { Language } from "../article/language";
import { isFunctionWord } from "../text/function-words";
import type { PassageRule } from "./context";
import type { Flaw } from "./flaw";
import { type Glued, gluedToSmallWord } from "./glued-to-small-word";

/** "in derDer", "April,6", "May;nobody", "In1902", "Schule„Am Anger“", "Sekretariat(Raum 5)", "thereof.The", "ofthe": a space was lost. */
export const findGluedWords: PassageRule = ({ text, side, kind }, context) => {
  if (kind === "code") return [];
  const addresses = Array.from(text.matchAll(/(?:https?:\/\/|www\.)\S+|\S+@\S+/gu), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return [
    ...camelCase(text, side),
    ...afterMarks(text),
    ...beforeOpening(text),
    ...wordAndNumber(text, side),
    ...smallWords(text, side),
    ...dayAndMonth(text),
    ...numberAndWord(text),
    ...gluedToSmallWord(text, side, context),
  ]
    .filter(({ start, end }) => !addresses.some((each) => each.start < end && start < each.end))
    .map(
      ({ start, end, cut }): Flaw => ({
        rule: "glued-words",
        side,
        span: { start, end },
        values: { text: text.slice(start, end) },
        fix: `${text.slice(start, cut)} ${text.slice(cut, end)}`,
      }),
    );
};

/** "derDer", "hausDer": a function word with a capital in it, or after one; names such as "YouTube" are not made of those. */
function camelCase(text: string, side: Language): Glued[] {
  return [
    ...text.matchAll(/(?<![\p{L}\p{N}])(\p{L}?\p{Ll}+)(\p{Lu}\p{Ll}+)(?![\p{L}\p{N}:*])/gu),
  ].flatMap(([whole, first = "", second = ""], index, all) => {
    const start = all[index]?.index ?? 0;
    const isFirst = isFunctionWord(first, side);
    const isSecond = isFunctionWord(second, side);
    const isGlued =
      (isFirst && (isSecond || /^\p{Ll}{2}/u.test(first))) ||
      (isSecond && first.length >= 4 && second.length >= 3 && second !== "Innen");
    return isGlued ? [{ start, end: start + whole.length, cut: start + first.length }] : [];
  });
}

/** "3.Mai" */
function dayAndMonth(text: string): Glued[] {
  const days = text.matchAll(
    /(?<![\d.,])(\d{1,2}\.)(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?!\p{L})/gu,
  );
  return Array.from(days, ({ index, 0: whole, 1: day = "" }) => ({
    start: index,
    end: index + whole.length,
    cut: index + day.length,
  }));
}

/** A comma, semicolon, colon or full stop that a letter or number follows at once; "Lehrer:innen", "3,5", "z.B.", "example.org" are right. */
function afterMarks(text: string): Glued[] {
  const commas = [
    ...text.matchAll(/(?<![\p{L}{/\\_])\p{L}+[,;](?=[\p{L}„\d])\d{0,4}\p{L}*(?![\p{L}}/_])/gu),
  ].flatMap((match) => {
    const start = match.index;
    const mark = start + match[0].search(/[,;]/u);
    return [{ start, end: start + match[0].length, cut: mark + 1 }];
  });
  const stops = [
    ...text.matchAll(/(?<![.\p{Lu}])(\p{Ll}{3,})([.!?:])(\p{Lu}\p{Ll}+)(?![.\p{L}])/gu),
  ].flatMap((match) => {
    const start = match.index;
    const [whole, first = ""] = match;
    return [{ start, end: start + whole.length, cut: start + first.length + 1 }];
  });
  const closed = [...text.matchAll(/[”“»)](?=\p{L}{2})\p{L}+/gu)].flatMap((match) => {
    const mark = match[0].charAt(0);
    const before = text.slice(0, match.index);
    if (before.endsWith("-")) return [];
    // A closing mark: something is open before it.
    const isClosing =
      mark === ")"
        ? before.includes("(") && !/\(\p{L}{0,4}-?$/u.test(before)
        : mark === "”"
          ? /“[^”]*$/u.test(before)
          : mark === "“"
            ? /„[^“]*$/u.test(before)
            : /»/u.test(mark) && /«[^»]*$/u.test(before) && !/^[^«]*»/u.test(before);
    return isClosing
      ? [{ start: match.index, end: match.index + match[0].length, cut: match.index + 1 }]
      : [];
  });
  return [...commas, ...stops, ...closed];
}

/** "Schule„Am Anger“", "Sekretariat(Raum 5)"; "Lehrer(in)", "section(s)", "9(1)", "f(x)" are right. */
function beforeOpening(text: string): Glued[] {
  return [
    ...text.matchAll(
      /(?<=[\p{L}.,;:!?]{2}|\d)[„](?=\S)|(?<=\p{Ll}{2}|[.,;:!?])\((?=\p{Lu}|\d|\p{L}+[ .,])|(?<=\p{Ll}{2}[,;:]?)“(?=\p{Lu}\p{Ll}+[^“]*”)/gu,
    ),
  ].flatMap((match) => {
    const at = match.index;
    const before = text.slice(0, at);
    const opening = text.charAt(at);
    if (opening === "“" && /„[^“]*$/u.test(before)) return [];
    const isPlural =
      opening === "(" &&
      /^\((?:s|e|en|n|in|innen|er|es|r|a|b|c|i|ii|iii|\d{1,2})\)/u.test(text.slice(at));
    if (isPlural) return [];
    const closing = text.slice(at).search(/[“”)]/u);
    return [{ start: at, end: closing < 0 || closing > 80 ? at + 1 : at + closing + 1, cut: at }];
  });
}

/** "In1902": a word of prose and a number; "Covid19" and "mp3" are names. */
function wordAndNumber(text: string, side: Language): Glued[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}./_-])(\p{L}\p{Ll}+)(\d+)(?![\p{L}\d])/gu)].flatMap(
    (match) => {
      const [whole, word = "", digits = ""] = match;
      const isProse =
        isFunctionWord(word, side) ||
        (digits.length === 4 && /^(?:1[5-9]|20)/u.test(digits)) ||
        /^(?:Jahr|year|April|Mai|May|June|July|Juni|Juli|March|März|August|page|Seite|rund|about)$/u.test(
          word,
        );
      const start = match.index;
      return isProse ? [{ start, end: start + whole.length, cut: start + word.length }] : [];
    },
  );
}

/** "20Minuten", "5Euro": a number and what it counts; "5km" and "30jährig" are another matter. */
function numberAndWord(text: string): Glued[] {
  const counted =
    /(?<![\p{L}\p{N}.,_/-])(\d{1,4})(?:Minuten?|Stunden?|Sekunden?|Tagen?|Wochen?|Monaten?|Jahren?|Euro|Dollar|Prozent|Millionen|Milliarden|Meter|Kilometer|Kilogramm|Gramm|Liter|Uhr|Personen|Seiten?|minutes?|hours?|seconds?|days?|weeks?|months?|years?|euros?|dollars?|pounds?|percent|million|billion|met(?:re|er)s?|kilomet(?:re|er)s?|lit(?:re|er)s?|people|pages?|miles?)(?![\p{L}\p{N}-])/gu;
  return Array.from(text.matchAll(counted), ({ index, 0: whole, 1: digits = "" }) => ({
    start: index,
    end: index + whole.length,
    cut: index + digits.length,
  }));
}

const firsts = {
  de: "in auf mit von für an bei aus nach über unter vor und oder dass durch gegen ohne um zwischen ist wird hat".split(
    " ",
  ),
  en: "of in to on at for from by with and that is was as into over under is are has".split(" "),
};
const seconds = {
  de: "der die das den dem des eine einer einem einen ihre ihrer ihrem ihren seine seiner seinem seinen diese dieser diesem diesen".split(
    " ",
  ),
  en: "the this that these those their his her its our your my which".split(" "),
};
const subjects: Readonly<Record<Language, readonly (readonly [string[], string[]])[]>> = {
  de: [
    [
      "uns sie wir ich mich mir dich dir euch ihnen ihn ihm".split(" "),
      "in auf mit von für bei aus nach über nicht noch auch".split(" "),
    ],
    [
      "ist hat war sind wird kann haben waren hatte wurde".split(" "),
      "ein eine einen der die das nicht noch auch in auf mit sehr sich sie".split(" "),
    ],
  ],
  en: [
    [
      "he she it we they you".split(" "),
      "is was has had will would can could are were have".split(" "),
    ],
    [["to"], "be have make see take give keep find".split(" ")],
  ],
};
const realWords = new Set(
  "ander anden andes beides beider beiden beidem unterdes indes indem nachdem vordem".split(" "),
);
const gluable = {
  de: gluedPairs("de"),
  en: gluedPairs("en"),
};

/** Where each word that two of them would make is cut. */
function gluedPairs(side: Language): ReadonlyMap<string, number> {
  const pairs = [[firsts[side], seconds[side]] as const, ...subjects[side]].flatMap(
    ([before, after]) => before.flatMap((first) => after.map((second) => [first, second] as const)),
  );
  return new Map(
    pairs
      .map(([first, second]) => [first + second, first.length] as const)
      .filter(([word]) => !realWords.has(word)),
  );
}

/** "ofthe", "vonder": two small words that make no other. */
function smallWords(text: string, side: Language): Glued[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}-])\p{Ll}{4,}(?![\p{L}\p{N}-])/gu)].flatMap((match) => {
    const [word] = match;
    const length = gluable[side].get(word);
    if (length === undefined) return [];
    const start = match.index;
    return [{ start, end: start + word.length, cut: start + length }];
  });
}
