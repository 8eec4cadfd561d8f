import type { Lexicon } from "../alignment/lexicon/lexicon";
import type { Language } from "../article/language";
import type { CheckedDocument, Passage, Unit } from "./checked-document";
import type { DocumentStyle } from "./document-style";
import type { Flaw } from "./flaw";
import type { NameSpelling } from "./names/name-spelling";
import type { MatchedQuantities } from "./quantities/match-quantities";
import type { Quantity } from "./quantities/quantity";

/** A term of the library's glossary, in its dictionary form on both sides. */
export type GlossaryTerm = Readonly<Record<Language, string>>;

/** What a rule may ask beside the text before it. */
export type Context = {
  readonly document: CheckedDocument;
  readonly lexicon: Lexicon | null;
  readonly glossary: readonly GlossaryTerm[];
  readonly style: DocumentStyle;
  readonly quantitiesOf: (unit: Unit) => Readonly<Record<Language, readonly Quantity[]>>;
  readonly matchedOf: (unit: Unit) => MatchedQuantities;
  /** The passages of the other side that translate a passage. */
  readonly facing: (passage: Passage) => readonly Passage[];
  /** The passages before and after on the same side. */
  readonly beside: (passage: Passage) => readonly Passage[];
  /** Whether the lexicon knows a German word or both parts of it; asked of every word, so answers are kept. */
  readonly knowsGerman: (word: string) => boolean;
  /** How a word may be written as a name; asked of every word, so answers are kept. */
  readonly spellingOf: (word: string) => NameSpelling;
  /** The pairs of sentences beside a unit: what moved over a sentence's end is there. */
  readonly neighboursOf: (unit: Unit) => readonly Unit[];
};

/** A rule that compares both sides of a sentence pair. */
export type UnitRule = (unit: Unit, context: Context) => Flaw[];

/** A rule that reads one paragraph of one side. */
export type PassageRule = (passage: Passage, context: Context) => Flaw[];
