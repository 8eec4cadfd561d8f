import type { TranslationTable } from "../translation-table";

/**
 * What is known of two languages before a document is read. Words are stems (`core/text/stem-german.ts`, `stem-english.ts`), by number;
 * forms that the stemmers do not bring together ("nahm", "nehmen") are entries of `german` and `english` with the number of their word.
 */
export type Lexicon = {
  readonly german: ReadonlyMap<string, number>;
  readonly english: ReadonlyMap<string, number>;
  /** How likely an English word is, given the German one. */
  readonly toEnglish: TranslationTable;
  readonly toGerman: TranslationTable;
};
