import { createTranslator } from "use-intl/core";
import { isDoubtful } from "@/core/article/is-doubtful";
import { type Language, languages } from "@/core/article/language";
import { explanationValues } from "@/core/checks/explanation-values";
import type { ImportFinding } from "@/core/import/import-finding";
import { operatorMessages } from "../operator-messages";
import type { ArgumentProblem } from "./read-arguments";
import type { ImportedDocument, ImportRefusal } from "./read-document";

function translator(language: Language) {
  return createTranslator({
    locale: language,
    messages: operatorMessages(language),
    namespace: "Import",
  });
}

function checkTranslator(language: Language) {
  return createTranslator({
    locale: language,
    messages: operatorMessages(language),
    namespace: "Checks",
  });
}

/** One sentence that says why a file was not imported. */
export function describeRefusal({ reason, values }: ImportRefusal, language: Language): string {
  return translator(language)(`refusal.${reason}`, { ...values });
}

/** One sentence that says what is wrong with the command, and a line that shows how it goes. */
export function describeProblem({ reason, argument }: ArgumentProblem, language: Language): string {
  const t = translator(language);
  return `${t(`argument.${reason}`, { argument })}\n${t("usage")}`;
}

/** What was found in a document, for a person. */
export function describeImport(imported: ImportedDocument, language: Language): string {
  const t = translator(language);
  const uncertain = imported.beads.filter(isDoubtful).length;
  const lines = [
    ...languages.map((side) =>
      t(`title.${side}`, { title: imported.titles[side] ?? t("noTitle") }),
    ),
    t("counts", {
      german: imported.sentences.de.length,
      english: imported.sentences.en.length,
      rows: imported.rows.length,
    }),
    t("uncertain", { beads: imported.beads.length, uncertain }),
    ...[...imported.roles, ...imported.apart].map(
      ({ side, role, text }) => `  ${t(`role.${role}.${side}`, { text })}`,
    ),
    ...(imported.findings.length + imported.notices.length > 0 ? [t("findings")] : []),
    ...imported.findings.map((finding) => `  ${describeFinding(finding, language)}`),
    ...imported.notices.map(({ kind, file, count }) => {
      return `  ${t(`notice.${kind}`, { file, count })}`;
    }),
    ...(imported.leftOvers.length > 0 ? [t("leftOvers")] : []),
    ...imported.leftOvers.map(({ text }) => `  ${text}`),
  ];
  return lines.join("\n");
}

/** One sentence that says what a person should look at. */
function describeFinding(finding: ImportFinding, language: Language): string {
  const t = translator(language);
  const { side, sentence, text } = finding;
  const number = (sentence ?? 0) + 1;
  if (!("values" in finding)) return t(`finding.${finding.kind}.${side}`, { text, number });
  const { kind, values } = finding;
  const explain = checkTranslator(language);
  const explanation = explain(`explanation.${kind}`, explanationValues({ ...values, text }));
  return t(sentence === null ? `check.${side}.side` : `check.${side}.sentence`, {
    number,
    explanation,
  });
}
