import type { Language } from "../article/language";
import type { Unit } from "./checked-document";
import type { UnitRule } from "./context";
import { differenceOf } from "./find-number";
import type { Flaw, Span } from "./flaw";

/** "18.30 Uhr", "6:30 a.m."; "halb acht", "half past eight"; "am Vormittag", "in the afternoon". */
export const findTime: UnitRule = (unit, context) => {
  const hours = context
    .matchedOf(unit)
    .different.filter(({ de, en }) => de.kind === "time" && en.kind === "time")
    .map((pair) => differenceOf("time", pair, unit));
  return hours.length > 0 ? hours : partsOfDay(unit);
};

const parts: Readonly<Record<Language, RegExp>> = {
  de: /(?<!\p{L}|Guten? )(?:(morgens|vormittags|Morgen|Vormittag)|(nachmittags|Nachmittag)|(abends|Abend)|(nachts|Nacht))s?(?!\p{L}|-)/gu,
  en: /(?<!\p{L}|[Gg]ood )(?:(mornings?)|(afternoons?)|(evenings?|tonight)|(nights?))(?!\p{L}|-)/giu,
};

/** By the German part of the day those that no English one says: an evening may be a night, and three o’clock at night is in the morning. */
const impossible: readonly (readonly number[])[] = [[1, 2], [0, 3], [0, 1], [1]];

/** Where each side names one part of the day, and they are different ones. */
function partsOfDay(unit: Unit): Flaw[] {
  const [german, ...moreGerman] = partsIn(unit, "de");
  const [english, ...moreEnglish] = partsIn(unit, "en");
  if (!german || !english || moreGerman.length > 0 || moreEnglish.length > 0) return [];
  if (!impossible[german.part]?.includes(english.part)) return [];
  return [
    {
      rule: "time",
      side: "en",
      span: { start: english.start, end: english.end },
      counterpart: { start: german.start, end: german.end },
      values: {
        text: unit.en.text.slice(english.start, english.end),
        other: unit.de.text.slice(german.start, german.end),
      },
    },
  ];
}

function partsIn(unit: Unit, side: Language): (Span & { readonly part: number })[] {
  return Array.from(unit[side].text.matchAll(parts[side]), (match) => ({
    part: match.slice(1).findIndex((word) => word !== undefined),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
