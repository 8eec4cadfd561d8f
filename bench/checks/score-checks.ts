import type { CheckOptions } from "@/core/checks/check-document";
import { checkPairs } from "@/core/checks/check-pairs";
import type { Finding } from "@/core/checks/finding";
import type { Rule } from "@/core/checks/rule";
import type { Pair, PlantedError, plantedKinds } from "./planted-error";

type Kind = (typeof plantedKinds)[number];

/** Which rules may say what was planted; a finding of another rule at the same place does not count. */
const rulesOf: Readonly<Record<Kind, readonly Rule[]>> = {
  "empty-side": ["empty-side"],
  untranslated: ["untranslated"],
  "partly-untranslated": ["partly-untranslated"],
  "number-changed": ["number", "number-missing", "number-format"],
  "decimal-mark": ["number-format", "number"],
  "number-word": ["number"],
  magnitude: ["magnitude", "number"],
  date: ["date", "number"],
  time: ["time", "number"],
  percent: ["percent", "number"],
  unit: ["unit", "number"],
  currency: ["currency", "number"],
  "name-misspelt": ["name-spelling", "name", "name-diacritics"],
  "name-diacritics": ["name-diacritics", "name-spelling"],
  "name-wrong": ["name", "name-spelling"],
  acronym: ["acronym"],
  "quotes-wrong-kind": ["quotes-kind"],
  "quotes-unbalanced": ["quotes-balance", "quotes-kind"],
  "quotes-missing": ["quotes-missing"],
  dash: ["dash"],
  brackets: ["brackets"],
  "end-mark": ["end-mark"],
  "double-word": ["double-word"],
  "double-space": ["double-space"],
  "glued-words": ["glued-words"],
  "space-before-punctuation": ["space-before-mark"],
  "no-break-space": ["no-break-space"],
  "clause-dropped": ["length"],
  "inconsistent-translation": ["inconsistent-translation", "same-translation", "inconsistent-term"],
  "merged-translation": ["same-translation", "inconsistent-translation", "inconsistent-term"],
  glossary: ["glossary"],
  component: ["component"],
};

type Surroundings = Pick<PlantedError, "context" | "glossary">;

/** The findings at warning or above of a pair, checked as the last of its document. */
export function findingsOf(
  pair: Pair,
  { context = [], glossary = [] }: Surroundings,
  options: CheckOptions,
): Finding[] {
  const findings =
    checkPairs([...context, { de: pair.de, en: pair.en }], { ...options, glossary }).at(-1) ?? [];
  return findings.filter(({ severity }) => severity !== "note");
}

/** Whether a planted error is found, by a rule that is meant for it, at its place. */
export function isFound(error: PlantedError, findings: readonly Finding[]): boolean {
  const { place } = error;
  const rules: readonly Rule[] = rulesOf[error.kind];
  return findings.some(({ rule, ...finding }) => {
    if (!rules.includes(rule)) return false;
    if (place === null) return true;
    const places = [finding.place, finding.counterpart, ...finding.others];
    return places.some(
      (each) => each?.side === place.side && each.start < place.end && each.end > place.start,
    );
  });
}

/** The pair as it should be. */
export function mended(error: PlantedError): Pair {
  const { de, en } = error;
  return error.where === "de" ? { de: error.mended, en } : { de, en: error.mended };
}
