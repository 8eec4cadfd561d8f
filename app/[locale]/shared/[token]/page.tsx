import { headers } from "next/headers";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import { loadShared } from "@/server/sharing/load-shared";
import { SiteHeader } from "@/ui/controls/site-header";
import { StandingPage } from "@/ui/controls/standing-page";
import { SharedArticle } from "@/ui/sharing/shared-article";
import { SharedNotes } from "@/ui/sharing/shared-notes";

type PageProps = { params: Promise<{ locale: Locale; token: string }> };

export const metadata = { referrer: "no-referrer", robots: { index: false } } as const;

/** What a share link shows. */
export default async function SharedPage({ params }: PageProps) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("Shared");
  const shared = await loadShared(await headers(), token);
  if (!shared) {
    return (
      <>
        <SiteHeader />
        <StandingPage title={t("goneTitle")} opening={t("gone")}>
          {null}
        </StandingPage>
      </>
    );
  }
  const from = shared.from ?? t("nameless");
  return (
    <>
      <SiteHeader />
      <StandingPage title={t(`title.${shared.kind}`, { from })}>
        {shared.article ? (
          <SharedArticle token={token} {...shared.article} />
        ) : (
          <SharedNotes token={token} annotations={shared.annotations} />
        )}
      </StandingPage>
    </>
  );
}
