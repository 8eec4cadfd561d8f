import type { Language } from "../article/language";
import type { Rule, Severity } from "./rule";

/** Where a finding is. */
export type Place = {
  readonly side: Language;
  /** The block, or the name of a line of the front matter ("title"); `null` where the side as a whole is meant. */
  readonly blockId: string | null;
  /** `null` where no sentence is meant. */
  readonly sentenceId: string | null;
  /** In UTF-16 code units of the block's text; equal where something is missing there. */
  readonly start: number;
  readonly end: number;
};

/** Something a person should look at. */
export type Finding = {
  readonly rule: Rule;
  readonly severity: Severity;
  /** The sentence pair (bead), counted in the document's order; `null` where it concerns a paragraph or a side. */
  readonly unit: number | null;
  readonly place: Place;
  /** What it does not agree with on the other side. */
  readonly counterpart: Place | null;
  /** Other places of the same habit: plain spaces before every percent sign are one finding. */
  readonly others: readonly Place[];
  /** Fills the explanation; `text` is always there: the words in question. */
  readonly values: Readonly<Record<string, string>>;
  /** What could stand at the place instead; `null` where only a person knows. */
  readonly fix: string | null;
  /** The same for the same rule and the same texts, in every version: what a dismissal is remembered by. */
  readonly key: string;
};
