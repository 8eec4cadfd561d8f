import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import styles from "./site-footer.module.css";

type SiteFooterProps = {
  /** Whether the operator has filled in what an imprint needs; an empty one is not linked. */
  hasImprint: boolean;
};

export function SiteFooter({ hasImprint }: SiteFooterProps) {
  const t = useTranslations("Site");
  return (
    <footer className={styles.footer}>
      <p>{t("footer")}</p>
      <nav aria-label={t("pages")}>
        <Link href="/about">{t("about")}</Link>
        <Link href="/privacy">{t("privacy")}</Link>
        {hasImprint && <Link href="/imprint">{t("imprint")}</Link>}
      </nav>
    </footer>
  );
}
