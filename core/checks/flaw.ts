import type { Language } from "../article/language";
import type { Rule } from "./rule";

/** In UTF-16 code units of the text that was checked; `end` is exclusive. Start and end are equal where something is missing. */
export type Span = { readonly start: number; readonly end: number };

/** What a rule found in the texts it was given; `check-document.ts` makes a finding of it. */
export type Flaw = {
  readonly rule: Rule;
  readonly side: Language;
  readonly span: Span;
  /** The passage of the other side that it does not agree with. */
  readonly counterpart?: Span;
  /** For the explanation: `Checks.explanation.RULE` in messages/. */
  readonly values?: Readonly<Record<string, string>>;
  /** What could stand in the span instead. */
  readonly fix?: string;
  /** A habit rather than a slip: several of the same name in one document become one finding. */
  readonly habit?: string;
};
