import { useLocale, useTranslations } from "next-intl";
import type { ArticleSummary } from "@/core/article/article-summary";
import { otherLanguage } from "@/core/article/language";
import { Link } from "@/i18n/navigation";
import styles from "./library.module.css";

type LibraryProps = { articles: readonly ArticleSummary[] };

export function Library({ articles }: LibraryProps) {
  const t = useTranslations("Library");
  return (
    <main id="main" className={styles.page}>
      <header className={styles.opening}>
        <h1>{t("title")}</h1>
        <p>{t("welcome")}</p>
      </header>
      {articles.length === 0 ? (
        <div className={styles.empty}>
          <p>{t("empty")}</p>
          <code>npm run import -- document.txt</code>
        </div>
      ) : (
        <ul className={styles.list}>
          {articles.map((article) => (
            <ArticleCard key={article.slug} article={article} />
          ))}
        </ul>
      )}
    </main>
  );
}

function ArticleCard({ article }: { article: ArticleSummary }) {
  const t = useTranslations("Library");
  const locale = useLocale();
  const first = article.titles[locale] ? locale : otherLanguage(locale);
  const second = otherLanguage(first);
  const facts = [
    t("minutes", { minutes: article.minutes[locale] }),
    article.level && t("level", { level: article.level }),
    article.direction && t(`direction.${article.direction}`),
    article.isFiction && t("fiction"),
  ];
  return (
    <li className={styles.card}>
      <h2>
        <Link href={`/read/${article.slug}`} prefetch={false} lang={first}>
          {article.titles[first] ?? article.slug}
        </Link>
      </h2>
      {article.titles[second] && (
        <p lang={second} className={styles.otherTitle}>
          {article.titles[second]}
        </p>
      )}
      <p className={styles.facts}>
        {article.audience === "draft" && <span className={styles.draft}>{t("draft")}</span>}
        {facts.filter(Boolean).join(" · ")}
      </p>
    </li>
  );
}
