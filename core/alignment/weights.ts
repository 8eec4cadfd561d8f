import type { LexicalWeights } from "./lexical-evidence";

/** What was tuned on development data, and what it trades; `docs/alignment.md` says on which. */
export type Weights = {
  readonly lexical: LexicalWeights;
  /** Above 1, evidence is believed less than it says when probabilities are given. */
  readonly temperature: number;
  /** How many beads of 1 % one-sided ones are thought to have been seen before the document: the fewer, the more it is believed itself. */
  readonly oneSidedBefore: number;
};

/** With a lexicon a word that finds no translation says much, without one little. */
export const withLexicon: Weights = {
  lexical: { accounted: 0.87, unknown: 0.4, weight: 0.6 },
  temperature: 1,
  oneSidedBefore: 20,
};

export const withoutLexicon: Weights = {
  lexical: { accounted: 0.7, unknown: 0.1, weight: 0.6 },
  temperature: 1,
  oneSidedBefore: 1000,
};
