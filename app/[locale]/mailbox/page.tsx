import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import { listMails, showsMailbox } from "@/server/mail/send-mail";
import { SiteHeader } from "@/ui/controls/site-header";
import { Section, StandingPage } from "@/ui/controls/standing-page";

type PageProps = { params: Promise<{ locale: Locale }> };

export const metadata = { referrer: "no-referrer", robots: { index: false } } as const;
export const dynamic = "force-dynamic";

/** What would have been sent, for those who work on the application; a running installation has no such page. */
export default async function MailboxPage({ params }: PageProps) {
  const { locale } = await params;
  setRequestLocale(locale);
  if (!showsMailbox()) notFound();
  const t = await getTranslations("Account");
  const mails = listMails();
  return (
    <>
      <SiteHeader />
      <StandingPage title={t("mailbox.title")} opening={t("mailbox.opening")}>
        {mails.map(({ to, subject, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is read once and never changes its order
          <Section key={index} title={to}>
            <p>
              <strong>{subject}</strong>
            </p>
            <p style={{ whiteSpace: "pre-wrap" }}>{text}</p>
          </Section>
        ))}
      </StandingPage>
    </>
  );
}
