import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import styles from "@/ui/controls/message-page.module.css";
import { SiteHeader } from "@/ui/controls/site-header";

export default function NotFoundPage() {
  const t = useTranslations("NotFound");
  return (
    <>
      <SiteHeader />
      <main id="main" className={styles.page}>
        <h1>{t("title")}</h1>
        <p>{t("explanation")}</p>
        <p>
          <Link href="/">{t("toLibrary")}</Link>
        </p>
      </main>
    </>
  );
}
