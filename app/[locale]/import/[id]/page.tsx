import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations, setRequestLocale } from "next-intl/server";
import { mayPublish } from "@/core/audience/article-policy";
import type { Locale } from "@/i18n/routing";
import { loadImport, loadPreviewPart } from "@/server/imports/load-import";
import { currentViewer } from "@/server/viewer";
import { SiteHeader } from "@/ui/controls/site-header";
import { ImportWork } from "@/ui/import/import-work";
import { publishDraft, saveDraft } from "./actions";

type PageProps = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<{ part?: string | string[] }>;
};

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "ImportPage" });
  return { title: t("title"), robots: { index: false } };
}

export default async function ImportWorkPage({ params, searchParams }: PageProps) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const viewer = await currentViewer();
  const found = await loadImport(viewer, id);
  if (!found) notFound();

  const part = Math.max(1, Math.trunc(Number((await searchParams).part ?? 1)) || 1);
  const preview = found.result?.ok ? await loadPreviewPart(viewer, id, part) : null;
  const { ImportPage: words } = await getMessages();
  return (
    <>
      <SiteHeader />
      <NextIntlClientProvider messages={{ ImportPage: words }}>
        <ImportWork
          found={found}
          preview={preview && { ...preview, part }}
          mayPublish={mayPublish({ viewer })}
          save={saveDraft}
          publish={publishDraft}
        />
      </NextIntlClientProvider>
    </>
  );
}
