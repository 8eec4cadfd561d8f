import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { KeyTable } from "@/ui/controls/key-table";
import { MarkedExample } from "@/ui/controls/marked-example";
import { SiteHeader } from "@/ui/controls/site-header";
import { Section, StandingPage } from "@/ui/controls/standing-page";

type PageProps = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "About" });
  return { title: { absolute: t("title") }, description: t("opening") };
}

export default async function AboutPage({ params }: PageProps) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("About");
  return (
    <>
      <SiteHeader />
      <StandingPage title={t("title")} opening={t("opening")}>
        <MarkedExample />
        <Section title={t("reading.title")}>
          <p>{t("reading.layout")}</p>
          <p>{t("reading.sentence")}</p>
        </Section>
        <Section title={t("marking.title")}>
          <p>{t("marking.mark")}</p>
          <p>{t("marking.account")}</p>
        </Section>
        <Section title={t("keys.title")}>
          <KeyTable />
        </Section>
        <Section title={t("kept.title")}>
          <p>{t.rich("kept.text", { link: (words) => <Link href="/privacy">{words}</Link> })}</p>
        </Section>
        <Section title={t("texts.title")}>
          <p>{t("texts.text")}</p>
        </Section>
      </StandingPage>
    </>
  );
}
