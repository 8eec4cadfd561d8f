import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import { showsStyleguide } from "@/server/site-settings";
import { SiteHeader } from "@/ui/controls/site-header";
import { LibrarySpecimens } from "./library-specimens";
import { NoteSpecimens } from "./note-specimens";
import { PageSpecimens } from "./page-specimens";
import styles from "./styleguide.module.css";
import { TextSpecimens } from "./text-specimens";
import { TokenSpecimens } from "./token-specimens";

type PageProps = { params: Promise<{ locale: Locale }> };

export const metadata = { robots: { index: false } };

const themes = ["light", "dark", "sepia"] as const;

/** Every control, card and state in every theme, for those who work on them; readers find nothing here. */
export default async function StyleguidePage({ params }: PageProps) {
  if (!showsStyleguide()) notFound();
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("Styleguide");
  return (
    <NextIntlClientProvider messages={await getMessages()}>
      <SiteHeader />
      <main id="main">
        <h1 className={styles.title}>{t("title")}</h1>
        {themes.map((theme) => (
          <section key={theme} data-theme={theme} className={styles.theme}>
            <h2>{t(`themes.${theme}`)}</h2>
            <TokenSpecimens />
            <TextSpecimens />
            <NoteSpecimens theme={theme} />
            <LibrarySpecimens />
            <PageSpecimens />
          </section>
        ))}
      </main>
    </NextIntlClientProvider>
  );
}
