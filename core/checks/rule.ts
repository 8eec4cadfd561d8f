/** How bad a finding is. */
export type Severity = "error" | "warning" | "note";

/** What each rule's findings are worth, fixed before any tuning: the table in docs/checks.md says the same. */
export const ruleSeverity = {
  "empty-side": "error",
  untranslated: "error",
  "partly-untranslated": "warning",
  number: "error",
  "number-missing": "warning",
  "number-format": "warning",
  magnitude: "error",
  date: "error",
  time: "error",
  percent: "error",
  unit: "error",
  currency: "error",
  name: "warning",
  "name-spelling": "warning",
  "name-diacritics": "warning",
  acronym: "warning",
  "quotes-kind": "warning",
  "quotes-straight": "note",
  "quotes-balance": "warning",
  "quotes-missing": "warning",
  dash: "warning",
  brackets: "warning",
  "end-mark": "warning",
  "double-word": "warning",
  "double-space": "warning",
  "glued-words": "warning",
  "space-before-mark": "warning",
  "no-break-space": "warning",
  length: "warning",
  "inconsistent-translation": "warning",
  "same-translation": "warning",
  "inconsistent-term": "warning",
  glossary: "warning",
  component: "error",
  "title-missing": "warning",
  unpaired: "note",
} as const satisfies Readonly<Record<string, Severity>>;

export type Rule = keyof typeof ruleSeverity;
