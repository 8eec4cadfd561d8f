"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { MessagePage } from "@/ui/controls/message";
import styles from "@/ui/controls/message-page.module.css";

/** What a reader sees when a page fails: the error itself goes to the server's log under the digest. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("ErrorPage");
  return (
    <MessagePage title={t("title")} explanation={t("explanation")}>
      {error.digest && <p className={styles.digest}>{t("digest", { digest: error.digest })}</p>}
      <p>
        <button type="button" className={styles.button} onClick={reset}>
          {t("tryAgain")}
        </button>
        <Link href="/" className={styles.way}>
          {t("toLibrary")}
        </Link>
      </p>
    </MessagePage>
  );
}
