import { useLocale, useTranslations } from "next-intl";
import type { ArticleSummary } from "@/core/article/article-summary";
import { otherLanguage } from "@/core/article/language";
import { Link } from "@/i18n/navigation";
import styles from "./article-card.module.css";
import { CardProgress } from "./card-progress";

type ArticleCardProps = {
  article: ArticleSummary;
  /** The first of the contents page, set larger. */
  isLead?: boolean;
};

export function ArticleCard({ article, isLead = false }: ArticleCardProps) {
  const t = useTranslations("Library");
  const locale = useLocale();
  const { slug, titles, subtitles, level, direction, isFiction, audience } = article;
  const first = titles[locale] ? locale : otherLanguage(locale);
  const second = otherLanguage(first);
  const subtitle = subtitles[locale] ?? subtitles[otherLanguage(locale)];
  const kicker = [level && t("level", { level }), isFiction && t("fiction")];
  const facts = [
    t("minutes", { minutes: article.minutes[locale] }),
    direction && t(`direction.${direction}`),
  ];
  return (
    <article className={styles.card} data-lead={isLead || undefined}>
      <div className={styles.kicker}>
        <p>{kicker.filter(Boolean).join(" · ")}</p>
        {audience === "draft" && <p className={styles.draft}>{t("draft")}</p>}
        <CardProgress slug={slug} />
      </div>
      <div className={styles.titles}>
        <h2>
          <Link href={`/read/${slug}`} prefetch={false} lang={first}>
            {titles[first] ?? slug}
          </Link>
        </h2>
        {titles[second] && (
          <p lang={second} className={styles.otherTitle}>
            {titles[second]}
          </p>
        )}
      </div>
      <div className={styles.about}>
        {subtitle && (
          <p lang={subtitles[locale] ? locale : otherLanguage(locale)} className={styles.subtitle}>
            {subtitle}
          </p>
        )}
        <p className={styles.facts}>{facts.filter(Boolean).join(" · ")}</p>
      </div>
    </article>
  );
}
