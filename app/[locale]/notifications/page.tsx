import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import { listNotifications } from "@/server/notifications/list-notifications";
import { loadNotificationSettings } from "@/server/notifications/notification-settings";
import { currentViewer } from "@/server/viewer";
import { SiteHeader } from "@/ui/controls/site-header";
import { Section, StandingPage } from "@/ui/controls/standing-page";
import { MarkRead } from "@/ui/notifications/mark-read";
import { NotificationList } from "@/ui/notifications/notification-list";
import { NotificationSwitches } from "@/ui/notifications/notification-switches";

type PageProps = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "Notifications" });
  return { title: t("title"), robots: { index: false } };
}

export default async function NotificationsPage({ params }: PageProps) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("Notifications");
  const viewer = await currentViewer();
  const notifications = viewer ? await listNotifications(viewer) : [];
  const [youngest] = notifications;
  const { Notifications } = await getMessages();
  return (
    <>
      <SiteHeader />
      <StandingPage title={t("title")} opening={t("opening")}>
        <NotificationList notifications={notifications} />
        {youngest && <MarkRead until={youngest.createdAt} />}
        {viewer && (
          <Section title={t("settingsTitle")}>
            <NextIntlClientProvider messages={{ Notifications }}>
              <NotificationSwitches settings={await loadNotificationSettings(viewer)} />
            </NextIntlClientProvider>
          </Section>
        )}
      </StandingPage>
    </>
  );
}
