"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/i18n/navigation";
import styles from "./article-list.module.css";
import type { LibraryQuery } from "./library-query";
import { useProgress } from "./progress-provider";
import { isAskedFor } from "./reading-state";

type ArticleListProps = {
  cards: readonly { readonly slug: string; readonly card: ReactNode }[];
  /** How many articles the library has in all. */
  all: number;
  isFiltered: boolean;
  reading: LibraryQuery["reading"];
};

/** The cards that are asked for. What the reader has read only the browser knows: until then the list keeps hidden. */
export function ArticleList({ cards, all, isFiltered, reading }: ArticleListProps) {
  const t = useTranslations("Library");
  const bySlug = useProgress();
  const shown = bySlug ? cards.filter(({ slug }) => isAskedFor(reading, bySlug.get(slug))) : cards;
  return (
    <div className={styles.list} data-waiting={(reading !== null && !bySlug) || undefined}>
      <div className={styles.head}>
        <p role="status">
          {isFiltered ? t("some", { shown: shown.length, all }) : t("all", { all })}
        </p>
        {isFiltered && (
          <Link href="/" scroll={false} className={styles.reset}>
            {t("reset")}
          </Link>
        )}
      </div>
      {shown.length === 0 ? (
        <div className={styles.none}>
          <h2>{t("none.title")}</h2>
          <p>{t("none.explanation")}</p>
        </div>
      ) : (
        <ul className={styles.cards}>
          {shown.map(({ slug, card }) => (
            <li key={slug}>{card}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
