import { useLocale, useTranslations } from "next-intl";
import styles from "./card-date.module.css";

type CardDateProps = { isSaved: boolean; createdAt: string };

/** When something was written, or that it is not saved yet. */
export function CardDate({ isSaved, createdAt }: CardDateProps) {
  const t = useTranslations("Annotations");
  const locale = useLocale();
  if (!isSaved) return <span className={styles.unsaved}>{t("unsaved")}</span>;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const written = date.format(new Date(createdAt));
  return <time dateTime={createdAt}>{t("written", { date: written })}</time>;
}
