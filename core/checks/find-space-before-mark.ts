import type { PassageRule } from "./context";
import type { Flaw } from "./flaw";

/** "Das war , wie sich zeigte", "( siehe oben )": neither language has a space before a mark or within brackets and quotation marks. Smileys, "…" and file endings (" .pdf") do. */
export const findSpaceBeforeMark: PassageRule = ({ text, side, kind }) =>
  kind === "code"
    ? []
    : Array.from(
        text.matchAll(
          /(?<=[\p{L}\p{N}"”“’‘»«%]|(?<![:;-])\))[ \u00a0\u202f]+(?=[,;:!?](?![-)(/|\p{L}\d\]])|\.(?=\s|$|["”“»«]))|(?<=(?<![:;-])[([„])[ \u00a0]+(?=[\p{L}\p{N}])|(?<=\p{L}|[.,!?])[ \u00a0]+(?=[)\]”](?!\p{L}))/gu,
        ),
      ).map(
        (match): Flaw => ({
          rule: "space-before-mark",
          side,
          span: { start: match.index, end: match.index + match[0].length },
          values: {
            text: text
              .slice(Math.max(0, match.index - 12), match.index + match[0].length + 1)
              .trim(),
          },
          fix: "",
          habit: "spaces before marks",
        }),
      );
