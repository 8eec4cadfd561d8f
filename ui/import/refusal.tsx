"use client";

import { useTranslations } from "next-intl";
import { type ImportChoices, noChoices } from "@/core/import/import-choices";
import type { Refused } from "@/core/import/import-result";
import { Link } from "@/i18n/navigation";
import { ChoicesForm } from "./choices-form";
import styles from "./import-page.module.css";
import { useRun } from "./run-provider";

type RefusalProps = {
  id: string;
  reason: Refused["reason"];
  /** Why no article can be made of the files, in a sentence. */
  why: string;
  choices: ImportChoices;
  /** Names of the files; empty where text was pasted. */
  names: readonly string[];
};

/** Where a person may know the languages of two files better. */
const aboutLanguages: readonly Refused["reason"][] = [
  "only-german",
  "only-english",
  "no-german-or-english",
];

const noLines = { de: [], en: [] };

/** Why there is no article, and every way on from there. */
export function Refusal({ id, reason, why, choices, names }: RefusalProps) {
  const t = useTranslations("ImportPage");
  const { isRunning, start } = useRun();
  const [first, second] = names;
  const isPasted = names.every((name) => name === "");
  const isUnrelated = reason === "unrelated";
  const isChanged = JSON.stringify(choices) !== JSON.stringify(noChoices);
  const asksLanguages =
    first !== undefined &&
    second !== undefined &&
    (choices.languages !== undefined || aboutLanguages.includes(reason));
  return (
    <section className={styles.refused}>
      <h2>{t("refused")}</h2>
      <p>{why}</p>
      {asksLanguages && (
        <>
          <p>{t("languagesHint")}</p>
          <ChoicesForm
            key={JSON.stringify(choices)}
            choices={choices}
            lines={noLines}
            division={null}
            files={[first, second]}
          />
        </>
      )}
      {isUnrelated && <p className={styles.hint}>{t("acceptUnrelatedHint")}</p>}
      <div className={styles.acts}>
        <Link href={isPasted ? `/import?again=${id}` : "/import"} className={styles.main}>
          {t(isPasted ? "changePasted" : "otherFile")}
        </Link>
        {isUnrelated && (
          <button
            type="button"
            className={styles.second}
            disabled={isRunning}
            onClick={() => start({ ...choices, isUnrelatedAccepted: true })}
          >
            {t("acceptUnrelated")}
          </button>
        )}
        {isChanged && !asksLanguages && (
          <button
            type="button"
            className={styles.second}
            disabled={isRunning}
            onClick={() => start(noChoices)}
          >
            {t("reset")}
          </button>
        )}
      </div>
    </section>
  );
}
