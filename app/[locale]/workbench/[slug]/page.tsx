import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations, setRequestLocale } from "next-intl/server";
import { otherLanguage } from "@/core/article/language";
import type { Locale } from "@/i18n/routing";
import { currentViewer } from "@/server/viewer";
import { openWorkbench } from "@/server/workbench/open-workbench";
import { SiteHeader } from "@/ui/controls/site-header";
import { Workbench } from "@/ui/workbench/workbench";
import styles from "@/ui/workbench/workbench.module.css";

type PageProps = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, slug } = await params;
  const t = await getTranslations({ locale, namespace: "Workbench" });
  return { title: t("title", { title: slug }) };
}

export default async function WorkbenchPage({ params }: PageProps) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const viewer = await currentViewer();
  const work = viewer && (await openWorkbench(viewer, slug));
  if (!work) notFound();
  const lang = work.titles[locale] ? locale : otherLanguage(locale);
  const title = work.titles[lang] ?? slug;
  const t = await getTranslations({ locale, namespace: "Workbench" });
  // Only this page sends the words of the workbench along.
  const { Workbench: words, Versions, Checks, TextReport, NoteEditor } = await getMessages();
  return (
    <>
      <SiteHeader title={{ text: title, lang }} />
      <main id="main" className={styles.page}>
        <h1 className="visually-hidden">{t("title", { title })}</h1>
        <NextIntlClientProvider
          messages={{ Workbench: words, Versions, Checks, TextReport, NoteEditor }}
        >
          <Workbench slug={slug} viewerId={viewer.id} notes={work.notes} />
        </NextIntlClientProvider>
      </main>
    </>
  );
}
