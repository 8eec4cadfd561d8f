import { useLocale, useTranslations } from "next-intl";
import type { ArticleSummary } from "@/core/article/article-summary";
import { type Language, otherLanguage } from "@/core/article/language";
import { Link } from "@/i18n/navigation";
import { ArticleCard } from "./article-card";
import { ArticleList } from "./article-list";
import { chooseArticles } from "./choose-articles";
import { ContinueReading, type ReadableTitle } from "./continue-reading";
import styles from "./library.module.css";
import { LibraryFilters } from "./library-filters";
import { isFiltered, type LibraryQuery } from "./library-query";
import { ProgressProvider } from "./progress-provider";

type LibraryProps = {
  /** Newest first. */
  articles: readonly ArticleSummary[];
  query: LibraryQuery;
};

export function Library({ articles, query }: LibraryProps) {
  const t = useTranslations("Library");
  const locale = useLocale();
  const hasFilter = isFiltered(query);
  const chosen = chooseArticles(articles, query, locale);
  const hasLead = !hasFilter && query.order === "newest" && articles.length > 2;
  return (
    <ProgressProvider slugs={articles.map(({ slug }) => slug)}>
      <main id="main" className={styles.page}>
        <div className={styles.opening}>
          <header>
            <h1>{t("title")}</h1>
            <p>{t("welcome")}</p>
            <p className={styles.add}>
              <Link href="/import">{t("add")}</Link>
            </p>
          </header>
          {!hasFilter && (
            <ContinueReading articles={articles.map((article) => titleOf(article, locale))} />
          )}
        </div>
        {articles.length === 0 ? (
          <EmptyLibrary />
        ) : (
          <>
            {articles.length > 1 && <LibraryFilters articles={articles} query={query} />}
            <ArticleList
              cards={chosen.map((article, index) => ({
                slug: article.slug,
                card: <ArticleCard article={article} isLead={hasLead && index === 0} />,
              }))}
              all={articles.length}
              isFiltered={hasFilter}
              reading={query.reading}
            />
          </>
        )}
      </main>
    </ProgressProvider>
  );
}

export function EmptyLibrary() {
  const t = useTranslations("Library");
  return (
    <div className={styles.empty}>
      <p>{t("empty")}</p>
      <code>npm run import -- document.txt</code>
    </div>
  );
}

function titleOf({ slug, titles, minutes }: ArticleSummary, locale: Language): ReadableTitle {
  const titleLanguage = titles[locale] ? locale : otherLanguage(locale);
  return { slug, title: titles[titleLanguage] ?? slug, titleLanguage, minutes: minutes[locale] };
}
