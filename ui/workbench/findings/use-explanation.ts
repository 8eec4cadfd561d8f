import { useTranslations } from "next-intl";
import type { Finding } from "@/core/checks/finding";

/** Says in the language of the interface what is odd at a place. */
export function useExplanation(): (finding: Finding) => string {
  const t = useTranslations("Checks.explanation");
  return ({ rule, values }) =>
    t(rule, {
      text: values.text ?? "",
      other: values.other ?? "–",
      right: values.right ?? values.other ?? "–",
      count: Number(values.count ?? 1),
    });
}
