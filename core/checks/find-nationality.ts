import { type Language, languages } from "../article/language";
import type { Unit } from "./checked-document";
import type { UnitRule } from "./context";
import { nationalities } from "./names/nationalities";

/** "Der dänische König", "the Swedish king": one country's adjective here, another's there, and neither side speaks of the other's country. */
export const findNationality: UnitRule = (unit) => {
  const [german, more] = alone(unit, "de");
  const [english, further] = alone(unit, "en");
  if (!german || !english || more || further) return [];
  return [
    {
      rule: "name",
      side: "en",
      span: english,
      counterpart: german,
      values: {
        text: unit.en.text.slice(english.start, english.end),
        other: unit.de.text.slice(german.start, german.end),
      },
    },
  ];
};

/** The adjectives of a side whose country the other side never speaks of. */
function alone(unit: Unit, side: Language) {
  const [other] = languages.filter((each) => each !== side);
  return nationalities.flatMap(({ adjective, any }) => {
    const match = adjective[side].exec(unit[side].text);
    if (!match || !other || any[other].test(unit[other].text)) return [];
    return [{ start: match.index, end: match.index + match[0].length }];
  });
}
