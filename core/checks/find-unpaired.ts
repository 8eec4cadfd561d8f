import { languages, otherLanguage } from "../article/language";
import type { UnitRule } from "./context";
import type { Flaw } from "./flaw";

/** A sentence without counterpart: left out by the translator, or not found by the aligner. */
export const findUnpaired: UnitRule = (unit) =>
  languages.flatMap((side): Flaw[] => {
    if (unit[side].pieces.length > 0) return [];
    const other = otherLanguage(side);
    const { text } = unit[other];
    return text === ""
      ? []
      : [{ rule: "unpaired", side: other, span: { start: 0, end: text.length }, values: { text } }];
  });
