import { otherLanguage } from "../article/language";
import type { Unit } from "./checked-document";
import type { Context, UnitRule } from "./context";
import type { Flaw } from "./flaw";
import type { QuantityPair } from "./quantities/match-quantities";
import type { Quantity } from "./quantities/quantity";

/** "1.248 Haushalte", "1,284 households"; "dritte", "fourth". */
export const findNumber: UnitRule = (unit, context) =>
  context
    .matchedOf(unit)
    .different.filter(({ de, en }) => isNumeric(de) && isNumeric(en) && !isMagnitude({ de, en }))
    .filter((pair) => !isElsewhere(pair, unit, context))
    .map((pair) => differenceOf("number", pair, unit));

function isNumeric({ kind }: Quantity): boolean {
  return kind === "number" || kind === "fraction" || kind === "phone";
}

/** Whether the numbers are the same but for their magnitude: 2.4 billion and 2.4 million. */
export function isMagnitude({ de, en }: QuantityPair): boolean {
  if (de.magnitude === en.magnitude || de.value === 0) return false;
  return Math.abs(de.value / de.magnitude - en.value / en.magnitude) < 1e-9;
}

/** Whether either stands in a sentence beside this one, on the other side alone: it moved over the sentence's end. */
export function isElsewhere({ de, en }: QuantityPair, unit: Unit, context: Context): boolean {
  return context.neighboursOf(unit).some((neighbour) => {
    const beside = context.quantitiesOf(neighbour);
    const has = (side: "de" | "en", value: number) =>
      beside[side].some((each) => each.value === value);
    return (
      (has("en", de.value) && !has("de", de.value)) || (has("de", en.value) && !has("en", en.value))
    );
  });
}

/** A flaw that stands on both sides: which of the two is wrong nobody knows. */
export function differenceOf(rule: Flaw["rule"], { de, en }: QuantityPair, unit: Unit): Flaw {
  return {
    rule,
    side: "en",
    span: en.span,
    counterpart: de.span,
    values: { text: textOf(unit, "en", en), other: textOf(unit, otherLanguage("en"), de) },
  };
}

function textOf(unit: Unit, side: "de" | "en", { span }: Quantity): string {
  return unit[side].text.slice(span.start, span.end);
}
