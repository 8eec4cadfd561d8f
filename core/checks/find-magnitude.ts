import type { Unit } from "./checked-document";
import type { UnitRule } from "./context";
import { differenceOf, isMagnitude } from "./find-number";
import type { Flaw } from "./flaw";
import { readVagueMagnitudes } from "./quantities/vague-magnitude";

/** "2,4 Milliarden", "2.4 million". */
export const findMagnitude: UnitRule = (unit, context) => [
  ...context
    .matchedOf(unit)
    .different.filter(isMagnitude)
    .map((pair) => differenceOf("magnitude", pair, unit)),
  ...vaguelyApart(unit),
];

/** "mehrere Hundert", "several thousand": where each side has one of these. */
function vaguelyApart(unit: Unit): Flaw[] {
  const [german, second] = readVagueMagnitudes(unit.de.text, "de");
  const [english, another] = readVagueMagnitudes(unit.en.text, "en");
  if (!german || !english || second || another || german.size === english.size) return [];
  return [
    {
      rule: "magnitude",
      side: "en",
      span: english.span,
      counterpart: german.span,
      values: {
        text: unit.en.text.slice(english.span.start, english.span.end),
        other: unit.de.text.slice(german.span.start, german.span.end),
      },
    },
  ];
}
