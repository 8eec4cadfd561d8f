import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import { loadAccess } from "@/server/audience/load-access";
import { listLog } from "@/server/moderation/list-log";
import { listQueue, moderatesAnything } from "@/server/moderation/list-queue";
import { currentViewer } from "@/server/viewer";
import { SiteHeader } from "@/ui/controls/site-header";
import { Section, StandingPage } from "@/ui/controls/standing-page";
import { ModerationLog } from "@/ui/moderation/moderation-log";
import { ModerationQueue } from "@/ui/moderation/moderation-queue";

type PageProps = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "Moderation" });
  return { title: t("title"), robots: { index: false } };
}

/** What waits for whoever looks after a group or the installation; for everybody else there is no such page. */
export default async function ModerationPage({ params }: PageProps) {
  const { locale } = await params;
  setRequestLocale(locale);
  const viewer = await currentViewer();
  if (!viewer || !moderatesAnything(await loadAccess(viewer))) notFound();
  const t = await getTranslations("Moderation");
  const [entries, lines] = await Promise.all([listQueue(viewer), listLog(viewer)]);
  const { Moderation, Problem } = await getMessages();
  return (
    <>
      <SiteHeader />
      <StandingPage title={t("title")} opening={t("opening")}>
        <NextIntlClientProvider messages={{ Moderation, Problem }}>
          <ModerationQueue entries={entries} />
        </NextIntlClientProvider>
        <Section title={t("log")}>
          <ModerationLog lines={lines} />
        </Section>
      </StandingPage>
    </>
  );
}
