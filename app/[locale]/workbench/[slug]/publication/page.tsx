import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import { currentViewer } from "@/server/viewer";
import { openPublication } from "@/server/workbench/open-publication";
import { SiteHeader } from "@/ui/controls/site-header";
import { PublicationPage } from "@/ui/workbench/publication/publication-page";
import { endLink, makeLink } from "../../../shared/actions";

type PageProps = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "Publication" });
  return { title: t("title"), robots: { index: false } };
}

export default async function Publication({ params }: PageProps) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const publication = await openPublication(await currentViewer(), slug);
  if (!publication) notFound();
  const t = await getTranslations("Publication");
  const { Publication: words, Problem, Audience } = await getMessages();
  return (
    <>
      <SiteHeader title={{ text: t("title"), lang: locale }} />
      <NextIntlClientProvider messages={{ Publication: words, Problem, Audience }}>
        <PublicationPage slug={slug} {...publication} makeLink={makeLink} endLink={endLink} />
      </NextIntlClientProvider>
    </>
  );
}
