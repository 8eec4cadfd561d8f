import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import styles from "@/ui/controls/message-page.module.css";
import { OwnerForm } from "@/ui/controls/owner-form";
import { SiteHeader } from "@/ui/controls/site-header";
import { claimOwnership } from "./actions";

type PageProps = { params: Promise<{ locale: Locale; token: string }> };

export const metadata = { referrer: "no-referrer", robots: { index: false } } as const;

/** The one-time link that `npm start` prints: opening it changes nothing, the button does. */
export default async function OwnerPage({ params }: PageProps) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("Owner");
  return (
    <>
      <SiteHeader />
      <main id="main" className={styles.page}>
        <h1>{t("title")}</h1>
        <p>{t("explanation")}</p>
        <OwnerForm
          token={token}
          claim={claimOwnership}
          words={{ submit: t("submit"), used: t("used"), tooMany: t("tooMany") }}
        />
      </main>
    </>
  );
}
