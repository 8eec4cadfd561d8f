import type { UnitRule } from "./context";
import { differenceOf } from "./find-number";

/** "18.30 Uhr", "6:30 a.m."; "halb acht", "half past eight". */
export const findTime: UnitRule = (unit, context) =>
  context
    .matchedOf(unit)
    .different.filter(({ de, en }) => de.kind === "time" && en.kind === "time")
    .map((pair) => differenceOf("time", pair, unit));
