"use client";

import { useTranslations } from "next-intl";
import type { ImportChoices } from "@/core/import/import-choices";
import styles from "./import-page.module.css";
import { useRun } from "./run-provider";

type RefusalProps = {
  /** Why no article can be made of the files, in a sentence. */
  why: string;
  /** The texts do not seem to belong together; a person may know better. */
  isUnrelated: boolean;
  choices: ImportChoices;
};

export function Refusal({ why, isUnrelated, choices }: RefusalProps) {
  const t = useTranslations("ImportPage");
  const { isRunning, start } = useRun();
  return (
    <section className={styles.refused}>
      <h2>{t("refused")}</h2>
      <p>{why}</p>
      {isUnrelated && (
        <p>
          <button
            type="button"
            className={styles.second}
            disabled={isRunning}
            onClick={() => start({ ...choices, isUnrelatedAccepted: true })}
          >
            {t("acceptUnrelated")}
          </button>
        </p>
      )}
      {isUnrelated && <p className={styles.hint}>{t("acceptUnrelatedHint")}</p>}
    </section>
  );
}
