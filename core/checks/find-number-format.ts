import type { Language } from "../article/language";
import type { UnitRule } from "./context";
import type { Flaw } from "./flaw";
import type { Quantity } from "./quantities/quantity";

/** "1.000,5 grams" in English, "3.7 Meter" in German: the other language's marks. */
export const findNumberFormat: UnitRule = (unit, context) =>
  context.matchedOf(unit).misread.flatMap((pair): Flaw[] => {
    const { side } = pair;
    const wrong: Quantity = pair[side];
    const text = unit[side].text.slice(wrong.span.start, wrong.span.end);
    if (isNumbering(unit[side].text, wrong, side)) return [];
    return [
      {
        rule: "number-format",
        side,
        span: wrong.span,
        counterpart: pair[side === "de" ? "en" : "de"].span,
        values: { text },
        fix: text.replace(/[.,]/gu, (mark) => (mark === "." ? "," : ".")),
      },
    ];
  });

/** "Debian 3.1", "Abschnitt 2.4": after a name or a word for a part the point is no decimal point. */
function isNumbering(text: string, { span }: Quantity, side: Language): boolean {
  if (/[:.]$/u.test(text.slice(0, span.start))) return true;
  const before = /(\S+)[ \u00a0]$/u.exec(text.slice(0, span.start))?.[1] ?? "";
  const isEnd = !/^[ \u00a0-]*[\p{L}%°€$£]/u.test(text.slice(span.end));
  // "Sigma 70-200 2.8 gekauft": what is measured in German is a noun or a sign.
  if (side === "de" && /^[ \u00a0]\p{Ll}{3,}/u.test(text.slice(span.end))) return true;
  return (
    (/^["'„“(]?\p{Lu}/u.test(before) && !/[.:!?]$/u.test(before)) ||
    (isEnd && before === "") ||
    /\p{L}\d|^(?:v|§+)$/u.test(before)
  );
}
