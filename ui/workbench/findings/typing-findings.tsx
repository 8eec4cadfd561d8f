import { useTranslations } from "next-intl";
import type { Finding } from "@/core/checks/finding";
import styles from "./typing-findings.module.css";
import { useExplanation } from "./use-explanation";
import { nameOf } from "./use-findings";

const shownAtOnce = 4;

/** What the checks say of a text while it is being written. */
export function TypingFindings({ findings }: { findings: readonly Finding[] }) {
  const t = useTranslations("Workbench.findings");
  const explain = useExplanation();
  return (
    <ul className={styles.list} aria-label={t("typing")} aria-live="polite">
      {findings.slice(0, shownAtOnce).map((finding) => (
        <li key={nameOf(finding)} data-severity={finding.severity}>
          {explain(finding)}
        </li>
      ))}
    </ul>
  );
}
