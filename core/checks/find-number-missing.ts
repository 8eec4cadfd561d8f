import { type Language, languages, otherLanguage } from "../article/language";
import type { Unit } from "./checked-document";
import type { Context, UnitRule } from "./context";
import type { Flaw } from "./flaw";
import type { Quantity } from "./quantities/quantity";

/** "1.248 Haushalte", "the households": a number in digits that the other side has in no form. */
export const findNumberMissing: UnitRule = (unit, context) => {
  if (unit.de.text === "" || unit.en.text === "" || unit.isLine) return [];
  return languages.flatMap((side) =>
    context
      .matchedOf(unit)
      .alone[side].filter(
        (each) => isTelling(each, unit, side) && !isBeside(each, unit, side, context),
      )
      .map((each): Flaw => {
        const text = unit[side].text.slice(each.span.start, each.span.end);
        return { rule: "number-missing", side, span: each.span, values: { text } };
      }),
  );
};

/** Small numbers, years and what is in brackets are often left out with good reason. */
function isTelling(each: Quantity, unit: Unit, side: Language): boolean {
  if (each.kind !== "number" || each.form !== "digits" || each.isOrdinal) return false;
  const { text } = unit[side];
  const digits = text.slice(each.span.start, each.span.end);
  // The number to call in need is another in every country.
  const isEmergency = /^(?:110|112|911|999)$/u.test(digits);
  const isYear =
    each.magnitude === 1 && each.value > 1000 && each.value < 2100 && /^\d+$/u.test(digits);
  const isBracketed =
    text.lastIndexOf("(", each.span.start) > text.lastIndexOf(")", each.span.start);
  // A conversion is for readers of one language only.
  return (
    !isYear &&
    !isEmergency &&
    !isBracketed &&
    (each.value >= 20 || each.measure !== null) &&
    unit[otherLanguage(side)].text.length > 20
  );
}

function isBeside(each: Quantity, unit: Unit, side: Language, context: Context): boolean {
  const other = otherLanguage(side);
  const hasFreeNumber = context
    .matchedOf(unit)
    .alone[other].some(({ kind, isSoft }) => kind === "number" || kind === "fraction" || isSoft);
  return (
    hasFreeNumber ||
    context.neighboursOf(unit).some((neighbour) => {
      const beside = context.quantitiesOf(neighbour);
      const has = (list: readonly Quantity[]) => list.some(({ value }) => value === each.value);
      return has(beside[other]) && !has(beside[side]);
    })
  );
}
