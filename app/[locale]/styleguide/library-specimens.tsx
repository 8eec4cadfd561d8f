"use client";

import { useTranslations } from "next-intl";
import type { ArticleSummary } from "@/core/article/article-summary";
import { ArticleCard } from "@/ui/library/article-card";
import { ArticleList } from "@/ui/library/article-list";
import { ContinueReading } from "@/ui/library/continue-reading";
import { EmptyLibrary } from "@/ui/library/library";
import { LibraryFilters } from "@/ui/library/library-filters";
import { readLibraryQuery } from "@/ui/library/library-query";
import { ProgressContext } from "@/ui/library/progress-provider";
import { Specimen } from "./specimen";
import styles from "./styleguide.module.css";

const first: ArticleSummary = {
  slug: "lead",
  audience: "library",
  titles: { de: "Vom Warten", en: "On waiting" },
  subtitles: { de: "Ein Versuch an der Bushaltestelle", en: "An attempt, made at a bus stop" },
  minutes: { de: 7, en: 6 },
  level: "C1",
  direction: "de-en",
  isFiction: false,
};
const articles: readonly ArticleSummary[] = [
  { ...first, slug: "plain", isFiction: true, level: "A2", direction: "en-de" },
  { ...first, slug: "begun" },
  { ...first, slug: "read" },
  { ...first, slug: "draft", audience: "draft", titles: { de: null, en: "On waiting" } },
];
const progress = new Map([
  ["begun", { row: "r4", fraction: 0.42, readAt: 2 }],
  ["lead", { row: "r2", fraction: 0.08, readAt: 1 }],
  ["read", { row: "r9", fraction: 1, readAt: 0 }],
]);

export function LibrarySpecimens() {
  const t = useTranslations("Styleguide");
  return (
    <ProgressContext value={progress}>
      <Specimen title={t("cards")}>
        <ArticleCard article={first} isLead />
        <div className={styles.columns}>
          {articles.map((article) => (
            <ArticleCard key={article.slug} article={article} />
          ))}
        </div>
      </Specimen>
      <Specimen title={t("continue")}>
        <div className={styles.columns}>
          <ContinueReading
            articles={[first, ...articles].map(({ slug, minutes }) => ({
              ...{ slug, title: "Vom Warten", titleLanguage: "de", minutes: minutes.de },
            }))}
          />
        </div>
      </Specimen>
      <Specimen title={t("filters")}>
        <LibraryFilters articles={articles} query={readLibraryQuery({ level: "C1" })} />
        <ArticleList cards={[]} all={4} isFiltered reading={null} />
        <EmptyLibrary />
      </Specimen>
    </ProgressContext>
  );
}
