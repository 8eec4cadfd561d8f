import { useTranslations } from "next-intl";
import styles from "./site-footer.module.css";

export function SiteFooter() {
  const t = useTranslations("Site");
  return (
    <footer className={styles.footer}>
      <p>{t("footer")}</p>
    </footer>
  );
}
