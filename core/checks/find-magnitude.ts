import type { UnitRule } from "./context";
import { differenceOf, isMagnitude } from "./find-number";

/** "2,4 Milliarden", "2.4 million". */
export const findMagnitude: UnitRule = (unit, context) =>
  context
    .matchedOf(unit)
    .different.filter(isMagnitude)
    .map((pair) => differenceOf("magnitude", pair, unit));
