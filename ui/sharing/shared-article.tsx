import { useLocale, useTranslations } from "next-intl";
import { type Language, otherLanguage } from "@/core/article/language";
import { OpenArticle } from "./open-article";
import styles from "./shared-article.module.css";

type SharedArticleProps = {
  token: string;
  /** `null` where the document has no headline in that language. */
  titles: Readonly<Record<Language, string | null>>;
  minutes: Readonly<Record<Language, number>>;
};

/** What a link to an article is to, and the button that opens it: to look at a link changes nothing. */
export function SharedArticle({ token, titles, minutes }: SharedArticleProps) {
  const t = useTranslations("Shared");
  const locale = useLocale();
  const sides = [locale, otherLanguage(locale)].filter((side) => titles[side] !== null);
  return (
    <div className={styles.card}>
      {sides.map((side) => (
        <p key={side} lang={side} className={styles.title}>
          {titles[side]}
        </p>
      ))}
      <p className={styles.about}>{t("readText", { minutes: minutes[locale] })}</p>
      <OpenArticle token={token} />
    </div>
  );
}
