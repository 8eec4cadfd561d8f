import { ChevronLeft, NotebookPen } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/i18n/navigation";
import control from "./control.module.css";
import { LanguageSwitch } from "./language-switch";
import styles from "./site-header.module.css";
import { ThemeSwitch } from "./theme-switch";
import { UserMenu } from "./user-menu";

type SiteHeaderProps = {
  /** The article's title, where one is being read. */
  title?: { text: string; lang: string };
  hasProgress?: boolean;
  /** Controls of the page itself, before those of every page. */
  children?: ReactNode;
};

export function SiteHeader({ title, hasProgress = false, children }: SiteHeaderProps) {
  const t = useTranslations("Site");
  return (
    <header className={styles.header}>
      <a href="#main" className={styles.skip}>
        {t("skip")}
      </a>
      <Link href="/" className={styles.brand} lang="de">
        Zwie<span>sprache</span>
      </Link>
      {title && (
        <nav className={styles.path} aria-label={t("path")}>
          <Link href="/">
            <ChevronLeft className={styles.back} size={20} strokeWidth={1.75} aria-hidden="true" />
            <span className={styles.word}>{t("library")}</span>
          </Link>
          <span className={styles.arrow} aria-hidden="true">
            ›
          </span>
          <span lang={title.lang} className={styles.current} aria-current="page">
            {title.text}
          </span>
        </nav>
      )}
      <div className={styles.controls}>
        {children ?? <ThemeSwitch />}
        <Link
          href="/notes"
          prefetch={false}
          className={`${control.control} ${styles.notes}`}
          aria-label={t("notes")}
          title={t("notes")}
        >
          <NotebookPen size={18} strokeWidth={1.75} aria-hidden="true" />
        </Link>
        <UserMenu />
        <LanguageSwitch />
        <i className={styles.whole} hidden />
      </div>
      {hasProgress && <div className={styles.progress} aria-hidden="true" />}
    </header>
  );
}
