import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";

import type { Locale } from "@/i18n/routing";
import { RecoverForm } from "@/ui/account/recover-form";
import { SiteHeader } from "@/ui/controls/site-header";
import { StandingPage } from "@/ui/controls/standing-page";

type PageProps = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "Account" });
  return { title: t("titles.recover"), referrer: "no-referrer", robots: { index: false } };
}

export default async function RecoverPage({ params }: PageProps) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("Account");
  return (
    <>
      <SiteHeader />
      <StandingPage title={t("titles.recover")} opening={t("recover.opening")}>
        <RecoverForm />
      </StandingPage>
    </>
  );
}
