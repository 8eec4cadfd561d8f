"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import type { Language } from "@/core/article/language";
import styles from "./continue-reading.module.css";
import { useProgress } from "./progress-provider";
import { percentRead, toContinue } from "./reading-state";

export type ReadableTitle = {
  readonly slug: string;
  readonly title: string;
  readonly titleLanguage: Language;
  readonly minutes: number;
};

type ContinueReadingProps = { articles: readonly ReadableTitle[] };

/** What was begun last, each at the row where it was left. Nothing where nothing was begun. */
export function ContinueReading({ articles }: ContinueReadingProps) {
  const t = useTranslations("Library");
  const locale = useLocale();
  const bySlug = useProgress();
  const id = useId();
  const slugs = articles.map(({ slug }) => slug).join(" ");
  if (!bySlug) {
    // Before the browser has been asked: public/library.js keeps the place for what will stand here.
    return (
      <div className={styles.place} data-continue={slugs}>
        <script src="/library.js" />
      </div>
    );
  }
  const begun = toContinue(bySlug).flatMap((slug) => {
    const article = articles.find((candidate) => candidate.slug === slug);
    const progress = bySlug.get(slug);
    return article && progress ? [{ ...article, progress }] : [];
  });
  if (begun.length === 0) return <div />;
  return (
    <section aria-labelledby={id} className={styles.continue}>
      <h2 id={id}>{t("continue")}</h2>
      <ul>
        {begun.map(({ slug, title, titleLanguage, minutes, progress }) => (
          <li key={slug}>
            {/* A full navigation: the browser itself finds the row, however late the text comes. */}
            <a
              href={`/${locale}/read/${slug}#${progress.row}`}
              lang={titleLanguage}
              className={styles.title}
            >
              {title}
            </a>
            <p>
              {t("left", {
                percent: percentRead(progress),
                minutes: Math.max(1, Math.round(minutes * (1 - progress.fraction))),
              })}
            </p>
            <span
              className={styles.bar}
              aria-hidden="true"
              style={{ transform: `scaleX(${progress.fraction})` }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
