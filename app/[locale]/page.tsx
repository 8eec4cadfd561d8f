import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import { listArticles } from "@/server/articles/list-articles";
import { pageAddresses } from "@/server/page-addresses";
import { currentViewer } from "@/server/viewer";
import { SiteHeader } from "@/ui/controls/site-header";
import { Library } from "@/ui/library/library";
import { readLibraryQuery } from "@/ui/library/library-query";

type PageProps = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export function generateMetadata(): Metadata {
  return { alternates: pageAddresses("") };
}

export default async function LibraryPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  setRequestLocale(locale);
  const query = readLibraryQuery(await searchParams);
  const articles = await listArticles(await currentViewer());
  const { Library: words } = await getMessages();
  return (
    <>
      <SiteHeader />
      <NextIntlClientProvider messages={{ Library: words }}>
        <Library articles={articles} query={query} />
      </NextIntlClientProvider>
    </>
  );
}
