import type { PassageRule } from "./context";
import type { Flaw } from "./flaw";

const unitSymbol = /(?<=\d) (?=(?:%|‰|°C)(?![\p{L}\d]))/gu;
const abbreviation =
  /(?<=(?<!\p{L})(?:z|u|d|i|o|s|v|n|a)\.) (?=(?:B|a|h|d|Ä|o|u|Chr|D|E|M|U|R|Z)\.)/gu;

/** "10 %", "35 °C", "z. B." with a plain space, where a line may break; in English the percent sign takes none at all. */
export const findNoBreakSpace: PassageRule = ({ text, side, kind }) => {
  if (kind === "code") return [];
  const expressions = side === "de" ? [unitSymbol, abbreviation] : [unitSymbol];
  return expressions.flatMap((expression) =>
    Array.from(text.matchAll(expression)).map((match): Flaw => {
      const at = match.index;
      const isEnglishPercent = side === "en" && text.charAt(at + 1) === "%";
      const before = /\S+$/u.exec(text.slice(0, at))?.[0] ?? "";
      const after = /^\S+/u.exec(text.slice(at + 1))?.[0] ?? "";
      return {
        rule: "no-break-space",
        side,
        span: { start: at, end: at + 1 },
        values: {
          text: `${before} ${after.replace(/[,;.)]+$/u, (marks) => (after.length > 2 && expression === abbreviation ? marks : ""))}`,
        },
        fix: isEnglishPercent ? "" : "\u00a0",
        habit:
          expression === unitSymbol ? "plain spaces before units" : "plain spaces in abbreviations",
      };
    }),
  );
};
