import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import { listUnsavedImports } from "@/server/imports/list-imports";
import { bestLayer } from "@/server/imports/load-lexicon";
import { loadPasted } from "@/server/imports/load-pasted";
import { maxUploadBytes } from "@/server/imports/read-upload";
import { lexiconPlaces } from "@/server/imports/run-import";
import { currentViewer } from "@/server/viewer";
import { SiteHeader } from "@/ui/controls/site-header";
import { ImportForm } from "@/ui/import/import-form";
import { ImportStart } from "@/ui/import/import-start";

type PageProps = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ again?: string | string[] }>;
};

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "ImportPage" });
  return { title: t("title") };
}

export default async function ImportStartPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  setRequestLocale(locale);
  const viewer = await currentViewer();
  const unsaved = await listUnsavedImports(viewer);
  const pasted = await loadPasted(viewer, String((await searchParams).again ?? ""));
  const { ImportPage: words } = await getMessages();
  return (
    <>
      <SiteHeader />
      <ImportStart unsaved={unsaved} lexicon={bestLayer(lexiconPlaces())}>
        <NextIntlClientProvider messages={{ ImportPage: words }}>
          <ImportForm megabytes={maxUploadBytes / 1_000_000} pasted={pasted} />
        </NextIntlClientProvider>
      </ImportStart>
    </>
  );
}
