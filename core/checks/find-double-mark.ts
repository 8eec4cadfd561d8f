import type { PassageRule } from "./context";
import type { Flaw } from "./flaw";

/** "Ende..", "das ,, war", "fertig?.": a mark too many at the end; "…", "...", "?!" and "!!" are right. */
export const findDoubleMark: PassageRule = ({ text, side, kind }) =>
  kind === "code"
    ? []
    : Array.from(
        text.matchAll(
          /(?<=[\p{L}\p{N}%)”“"])(?:\.\.(?!\.)|,[.,]|[.?!],(?=\s)(?<!\p{L}\.,)|[?!]\.(?!\.)|;[.,;]|:[.,:])(?=\s|$|["“”»«])/gu,
        ),
      ).map(
        (match): Flaw => ({
          rule: "end-mark",
          side,
          span: { start: match.index, end: match.index + match[0].length },
          values: { text: match[0], other: match[0].charAt(0) },
          fix: match[0].charAt(0),
          habit: "two marks",
        }),
      );
