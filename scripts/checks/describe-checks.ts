import { createTranslator } from "use-intl/core";
import type { Language } from "@/core/article/language";
import { explanationValues } from "@/core/checks/explanation-values";
import { operatorMessages } from "../operator-messages";
import type { CheckRefusal, CheckReport, ReportedFinding } from "./check-report";

function translator(language: Language) {
  return createTranslator({
    locale: language,
    messages: operatorMessages(language),
    namespace: "Checks",
  });
}

type Translate = ReturnType<typeof translator>;

/** One sentence that says why nothing was checked. */
export function describeRefusal(
  {
    reason,
    detail,
  }: { readonly reason: CheckRefusal["reason"] | "usage"; readonly detail: string },
  language: Language,
): string {
  return translator(language)(`command.${reason}`, { detail });
}

/** Each finding on a line: where, how bad, why, by which rule; and a line that sums up. */
export function describeChecks({ pairs, findings }: CheckReport, language: Language): string {
  const t = translator(language);
  const grave = findings.filter(({ severity }) => severity !== "note").length;
  const perHundred = pairs === 0 ? 0 : (100 * grave) / pairs;
  const summary = t("command.summary", {
    pairs,
    findings: grave,
    notes: findings.length - grave,
    perHundred,
  });
  return [...findings.map((finding) => describe(finding, t)), summary].join("\n");
}

function describe({ id, rule, severity, place, values }: ReportedFinding, t: Translate): string {
  const where = [id, place.side, place.blockId, `${place.start}–${place.end}`]
    .filter((part) => part !== null)
    .join(":");
  const explanation = t(`explanation.${rule}`, explanationValues(values));
  return `${where}  ${t(`severity.${severity}`)}  ${explanation}  [${rule}]`;
}
