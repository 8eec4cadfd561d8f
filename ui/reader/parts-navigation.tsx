import { useLocale, useTranslations } from "next-intl";
import { type View, viewPath } from "@/core/article/layout";
import { Link } from "@/i18n/navigation";
import styles from "./parts-navigation.module.css";

type PartsNavigationProps = { slug: string; view: View; count: number };

/** Below a part of a long text: the parts beside it. The next one is fetched ahead. */
export function PartsNavigation({ slug, view, count }: PartsNavigationProps) {
  const t = useTranslations("Parts");
  const locale = useLocale();
  const { part } = view;
  return (
    <nav className={styles.parts} aria-label={t("name")} lang={locale}>
      {part > 1 && (
        <Link href={viewPath(slug, { ...view, part: part - 1 })} rel="prev" prefetch={false}>
          {t("previous", { part: part - 1 })}
        </Link>
      )}
      <span>{t("part", { part, count })}</span>
      {part < count && (
        <Link href={viewPath(slug, { ...view, part: part + 1 })} rel="next" prefetch>
          {t("next", { part: part + 1 })}
        </Link>
      )}
    </nav>
  );
}
