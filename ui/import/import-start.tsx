import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { LexiconLayer } from "@/core/import/import-result";
import { Link } from "@/i18n/navigation";
import styles from "./import-page.module.css";

type ImportStartProps = {
  /** What was brought before and not saved. */
  unsaved: readonly {
    readonly id: string;
    readonly createdAt: Date;
    readonly names: readonly string[];
  }[];
  lexicon: LexiconLayer;
  /** The form. */
  children: ReactNode;
};

export function ImportStart({ unsaved, lexicon, children }: ImportStartProps) {
  const t = useTranslations("ImportPage");
  const format = useFormatter();
  return (
    <main id="main" className={styles.start}>
      <header className={styles.opening}>
        <h1>{t("title")}</h1>
        <p>{t("opening")}</p>
      </header>
      {children}
      <p className={styles.lexicon}>{t(`lexicon.${lexicon}`)}</p>
      {unsaved.length > 0 && (
        <section className={styles.unsaved}>
          <h2>{t("unsaved")}</h2>
          <ul>
            {unsaved.map(({ id, createdAt, names }) => (
              <li key={id}>
                <Link href={`/import/${id}`}>
                  {names.filter(Boolean).join(" · ") || t("pasted")}
                </Link>
                <span>
                  {format.dateTime(createdAt, { dateStyle: "medium", timeStyle: "short" })}
                </span>
              </li>
            ))}
          </ul>
          <p className={styles.hint}>{t("unsavedHint")}</p>
        </section>
      )}
    </main>
  );
}
