import type { UnitRule } from "./context";
import type { Flaw } from "./flaw";
import type { Quantity } from "./quantities/quantity";
import type { Rule } from "./rule";

const percentWords = /%|percent|per cent|percentage|Prozent|prozentig/u;

/** Same number, other unit: "180 km", "180 miles"; "640 Euro", "640 dollars"; "drei Prozentpunkte", "three percent". */
export const findMeasure: UnitRule = (unit, context) =>
  context.matchedOf(unit).equal.flatMap(({ de, en }): Flaw[] => {
    if (Math.abs(de.value - en.value) > 1e-9) return [];
    const rule = ruleOf(de, en);
    if (!rule) return [];
    // Percent of one side may be put otherwise on the other: only a side without any percent lacks it.
    const isOneSided = !de.measure || !en.measure;
    const lacking = de.measure ? unit.en.text : unit.de.text;
    if (isOneSided && percentWords.test(lacking)) return [];
    const text = (side: "de" | "en", { span, measureSpan }: Quantity) =>
      unit[side].text.slice(
        Math.min(span.start, measureSpan.start),
        Math.max(span.end, measureSpan.end),
      );
    return [
      {
        rule,
        side: "en",
        span: whole(en, isOneSided && !en.measure ? unit.en.text : null),
        counterpart: whole(de, isOneSided && !de.measure ? unit.de.text : null),
        values: { text: text("en", en), other: text("de", de) },
      },
    ];
  });

/** A number with what it counts; with what stands after it where that is no measure. */
function whole({ span, measureSpan }: Quantity, text: string | null) {
  const next =
    text === null ? 0 : (/^[ \u00a0]\p{L}+/u.exec(text.slice(span.end))?.[0].length ?? 0);
  return {
    start: Math.min(span.start, measureSpan.start),
    end: Math.max(span.end + next, measureSpan.end),
  };
}

function ruleOf(de: Quantity, en: Quantity): Rule | null {
  const [a, b] = [de.measure, en.measure];
  if (!a || !b) {
    const only = a ?? b;
    const isCounted =
      de.kind === "number" && en.kind === "number" && !de.isOrdinal && !en.isOrdinal;
    return only?.name === "percent" && isCounted ? "percent" : null;
  }
  if (a.name === b.name) return null;
  if (a.dimension === "percent" || b.dimension === "percent") return "percent";
  if ([a.name, b.name].includes("degree")) return null;
  // Pounds are money to the table; beside kilos they are a weight, and the same number of both is wrong.
  if (
    de.value > 1 &&
    [a, b].some(({ name }) => name === "pound") &&
    [a, b].some(({ dimension }) => dimension === "mass")
  )
    return "unit";
  const physical: readonly string[] = [
    "length",
    "area",
    "mass",
    "volume",
    "speed",
    "energy",
    "storage",
  ];
  const areApart = physical.includes(a.dimension) && physical.includes(b.dimension);
  if (a.dimension !== b.dimension) return areApart && de.value > 1 ? "unit" : null;
  return a.dimension === "currency" ? "currency" : "unit";
}
