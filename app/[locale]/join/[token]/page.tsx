import { headers } from "next/headers";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import { getProfile } from "@/server/account/profile";
import { findInvitation } from "@/server/groups/invitations";
import { currentViewer } from "@/server/viewer";
import { SiteHeader } from "@/ui/controls/site-header";
import { StandingPage } from "@/ui/controls/standing-page";
import { JoinForm } from "@/ui/groups/join-form";

type PageProps = { params: Promise<{ locale: Locale; token: string }> };

export const metadata = { referrer: "no-referrer", robots: { index: false } } as const;

/** An invitation: opening it changes nothing, the button does. */
export default async function JoinPage({ params }: PageProps) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("Groups");
  const invitation = await findInvitation(await headers(), token);
  if (!invitation) {
    return (
      <>
        <SiteHeader />
        <StandingPage title={t("invitationGone")} opening={t("invitationGoneText")}>
          {null}
        </StandingPage>
      </>
    );
  }
  const { group, role, memberCount } = invitation;
  const viewer = await currentViewer();
  const needsName = !viewer || (await getProfile(viewer)).name === "";
  return (
    <>
      <SiteHeader />
      <StandingPage
        title={t("invitedTo", { name: group.name })}
        opening={t("invitedAs", { role: t(`roles.${role}`), count: memberCount })}
      >
        {group.description && <p>{group.description}</p>}
        <p>{t("joinText")}</p>
        <JoinForm token={token} needsName={needsName} />
      </StandingPage>
    </>
  );
}
