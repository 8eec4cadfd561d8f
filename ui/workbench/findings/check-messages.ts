import type { Article } from "@/core/article/article";
import type { GlossaryTerm } from "@/core/checks/context";
import type { Finding } from "@/core/checks/finding";

/** The files of the built-in lexicon. */
export type LexiconWords = {
  readonly phrases: string;
  readonly germanForms: string;
  readonly englishForms: string;
};

/** What the page asks of the worker. */
export type ToWorker =
  | {
      readonly kind: "begin";
      /** `null` where they could not be had: rules that need to know words find less. */
      readonly words: LexiconWords | null;
      readonly glossary: readonly GlossaryTerm[];
    }
  | { readonly kind: "check"; readonly id: number; readonly article: Article };

export type FromWorker = { readonly id: number; readonly findings: readonly Finding[] };
