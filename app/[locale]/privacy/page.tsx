import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import { anonymousDays, siteOperator } from "@/server/site-settings";
import { OperatorDetails } from "@/ui/controls/operator-details";
import { SiteHeader } from "@/ui/controls/site-header";
import { Section, StandingPage } from "@/ui/controls/standing-page";

type PageProps = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "Privacy" });
  return { title: t("title"), description: t("opening") };
}

/** What is stored, as the code does it: whoever changes what is stored changes these words. */
export default async function PrivacyPage({ params }: PageProps) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("Privacy");
  const days = anonymousDays();
  return (
    <>
      <SiteHeader />
      <StandingPage title={t("title")} opening={t("opening")}>
        <Section title={t("operator.title")}>
          <OperatorDetails {...siteOperator()} />
        </Section>
        <Section title={t("reading.title")}>
          <p>{t("reading.nothing")}</p>
          <p>{t("reading.logs")}</p>
        </Section>
        <Section title={t("marking.title")}>
          <p>{t("marking.account")}</p>
          <p>{days === null ? t("marking.kept") : t("marking.pruned", { days })}</p>
          <p>{t("marking.notes")}</p>
          <p>{t("marking.deleted")}</p>
          <p>{t("marking.limits")}</p>
        </Section>
        <Section title={t("account.title")}>
          <p>{t("account.stored")}</p>
          <p>{t("account.groups")}</p>
          <p>{t("account.links")}</p>
          <p>{t("account.moderation")}</p>
          <p>{t("account.leaving")}</p>
        </Section>
        <Section title={t("browser.title")}>
          <dl>
            {(["cookie", "storage", "outbox"] as const).map((place) => (
              <div key={place}>
                <dt>{t(`browser.${place}.name`)}</dt>
                <dd>{t(`browser.${place}.text`)}</dd>
              </div>
            ))}
          </dl>
          <p>{t("browser.purpose")}</p>
        </Section>
        <Section title={t("law.title")}>
          <p>{t("law.text")}</p>
        </Section>
        <Section title={t("rights.title")}>
          <p>{t("rights.text")}</p>
          <p>{t("rights.complaint")}</p>
        </Section>
      </StandingPage>
    </>
  );
}
