import { setRequestLocale } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import { listArticles } from "@/server/articles/list-articles";
import { currentViewer } from "@/server/viewer";
import { SiteHeader } from "@/ui/controls/site-header";
import { Library } from "@/ui/library/library";

type PageProps = { params: Promise<{ locale: Locale }> };

export default async function LibraryPage({ params }: PageProps) {
  const { locale } = await params;
  setRequestLocale(locale);
  const articles = await listArticles(await currentViewer());
  return (
    <>
      <SiteHeader />
      <Library articles={articles} />
    </>
  );
}
