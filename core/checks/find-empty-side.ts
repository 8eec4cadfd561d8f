import { type Language, languages, otherLanguage } from "../article/language";
import type { UnitRule } from "./context";
import type { Flaw } from "./flaw";

const placeholder =
  /^[\s[\](){}<>*#_.…:–—-]*(?:todo|tbd|tba|fixme|xxx+|n\/?a|lorem ipsum.*|placeholder|platzhalter|(?:noch )?(?:nicht |un)übersetzt|(?:not (?:yet )?|un)translated|missing(?: translation)?|translation (?:missing|needed|pending|to follow)|no translation|(?:übersetzung )?fehlt(?: noch)?|übersetzung (?:fehlt|folgt)|folgt|to be (?:done|translated|added)|to follow|pending|leer|empty|text|\?+)?[\s[\](){}<>*#_.…:!?–—-]*$/iu;

/** A side without text, or with a place-holder such as "[TODO]", where the other side says something. */
export const findEmptySide: UnitRule = (unit) => {
  const hasPieces = languages.every((side) => unit[side].pieces.length > 0);
  if (!hasPieces) return [];
  return languages.flatMap((side): Flaw[] => {
    const { text } = unit[side];
    const isEmpty = placeholder.test(text) && !isSameMark(text, unit[otherLanguage(side)].text);
    if (!isEmpty || !says(unit[otherLanguage(side)].text, otherLanguage(side))) return [];
    return [
      {
        rule: "empty-side",
        side,
        span: { start: 0, end: text.length },
        values: { text: text.trim() },
      },
    ];
  });
};

function isSameMark(a: string, b: string): boolean {
  return a.trim() === b.trim();
}

/** Whether there is something to translate: a row of asterisks is none, and no place-holder is. */
function says(text: string, _: Language): boolean {
  return /\p{L}|\d/u.test(text) && !placeholder.test(text);
}
