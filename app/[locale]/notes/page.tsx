import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import { SiteHeader } from "@/ui/controls/site-header";
import { Notes } from "@/ui/notes/notes";

type PageProps = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "Notes" });
  return { title: t("metaTitle") };
}

export default async function NotesPage({ params }: PageProps) {
  const { locale } = await params;
  setRequestLocale(locale);
  const { Notes: notes, NotesImport, Tags, Annotations, SelectionBar } = await getMessages();
  return (
    <>
      <SiteHeader />
      <NextIntlClientProvider
        messages={{ Notes: notes, NotesImport, Tags, Annotations, SelectionBar }}
      >
        <Notes />
      </NextIntlClientProvider>
    </>
  );
}
