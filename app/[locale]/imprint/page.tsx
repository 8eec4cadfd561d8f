import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import { siteOperator } from "@/server/site-settings";
import { OperatorDetails } from "@/ui/controls/operator-details";
import { SiteHeader } from "@/ui/controls/site-header";
import { Section, StandingPage } from "@/ui/controls/standing-page";

type PageProps = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "Imprint" });
  return { title: t("title"), robots: { index: false } };
}

export default async function ImprintPage({ params }: PageProps) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("Imprint");
  return (
    <>
      <SiteHeader />
      <StandingPage title={t("title")} opening={t("law")}>
        <Section title={t("operator")}>
          <OperatorDetails {...siteOperator()} />
        </Section>
      </StandingPage>
    </>
  );
}
