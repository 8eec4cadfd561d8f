import type { UnitRule } from "./context";
import { differenceOf, isElsewhere } from "./find-number";

const dated = new Set(["date", "month", "weekday", "decade", "season"]);

/** "14. März", "24 March"; "Mittwoch", "Thursday"; "Sechzigerjahre", "seventies". */
export const findDate: UnitRule = (unit, context) =>
  context
    .matchedOf(unit)
    .different.filter(({ de, en }) => dated.has(de.kind) && dated.has(en.kind))
    .filter((pair) => !isElsewhere(pair, unit, context))
    .map((pair) => differenceOf("date", pair, unit));
