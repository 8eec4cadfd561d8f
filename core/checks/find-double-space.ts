import type { PassageRule } from "./context";
import type { Flaw } from "./flaw";

/** "Der  Briefträger": more than one space between words. After a sentence two of them are a habit of typewriters. */
export const findDoubleSpace: PassageRule = ({ text, side, kind }) =>
  kind === "code"
    ? []
    : Array.from(text.matchAll(/(?<=\S)[ \u00a0]{2,}(?=\S)/gu)).map((match): Flaw => {
        const start = match.index;
        const isAfterSentence = /[.!?…]["”“’‘»«)]?$/u.test(text.slice(0, start));
        return {
          rule: "double-space",
          side,
          span: { start, end: start + match[0].length },
          values: {
            text: text.slice(Math.max(0, start - 12), start + match[0].length + 12).trim(),
          },
          fix: match[0].includes("\u00a0") ? "\u00a0" : " ",
          ...(isAfterSentence && { habit: "two spaces after a sentence" }),
        };
      });
