import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import { openGlossary } from "@/server/glossary/glossary";
import { currentViewer } from "@/server/viewer";
import { SiteHeader } from "@/ui/controls/site-header";
import { StandingPage } from "@/ui/controls/standing-page";
import { GlossaryTable } from "@/ui/glossary/glossary-table";

type PageProps = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "Glossary" });
  return { title: t("title"), robots: { index: false } };
}

export default async function GlossaryPage({ params }: PageProps) {
  const { locale } = await params;
  setRequestLocale(locale);
  const glossary = await openGlossary(await currentViewer());
  if (!glossary) notFound();
  const t = await getTranslations("Glossary");
  const { Glossary, Problem } = await getMessages();
  return (
    <>
      <SiteHeader title={{ text: t("title"), lang: locale }} />
      <StandingPage title={t("title")} opening={t("opening")}>
        <NextIntlClientProvider messages={{ Glossary, Problem }}>
          <GlossaryTable terms={glossary.terms} mayEdit={glossary.mayEdit} />
        </NextIntlClientProvider>
      </StandingPage>
    </>
  );
}
