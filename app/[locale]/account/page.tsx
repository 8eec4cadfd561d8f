import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { getProfile } from "@/server/account/profile";
import { listSessions } from "@/server/account/sessions";
import { listShareable } from "@/server/sharing/list-shareable";
import { listShareLinks } from "@/server/sharing/share-links";
import { listTokens } from "@/server/tokens/personal-token";
import { currentViewer } from "@/server/viewer";
import { DeleteForm } from "@/ui/account/delete-form";
import styles from "@/ui/account/form.module.css";
import { Leave } from "@/ui/account/leave";
import { NameForm } from "@/ui/account/name-form";
import { PasswordForm } from "@/ui/account/password-form";
import { RecoveryCode } from "@/ui/account/recovery-code";
import { SessionList } from "@/ui/account/session-list";
import { SharedComputer } from "@/ui/account/shared-computer";
import { TokenList } from "@/ui/account/token-list";
import { SiteHeader } from "@/ui/controls/site-header";
import { Section, StandingPage } from "@/ui/controls/standing-page";
import { LinkList } from "@/ui/sharing/link-list";
import { endLink, makeLink } from "../shared/actions";

type PageProps = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "Account" });
  return { title: t("titles.account"), robots: { index: false } };
}

export default async function AccountPage({ params }: PageProps) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("Account");
  const viewer = await currentViewer();
  if (!viewer) {
    return (
      <>
        <SiteHeader />
        <StandingPage title={t("titles.account")} opening={t("noAccount")}>
          <nav className={styles.ways} aria-label={t("otherWays")}>
            <Link href="/sign-in">{t("ways.signIn")}</Link>
            <Link href="/sign-up">{t("ways.signUp")}</Link>
            <Link href="/recover">{t("ways.recover")}</Link>
          </nav>
        </StandingPage>
      </>
    );
  }

  const { name, email, isAnonymous, hasPassword, recoverySince } = await getProfile(viewer);
  const sessions = await listSessions(viewer, await headers());
  const opening = isAnonymous ? t("anonymous") : t("signedInAs", { email: email ?? "" });
  return (
    <>
      <SiteHeader />
      <StandingPage title={t("titles.account")} opening={opening}>
        {isAnonymous && (
          <Section title={t("sections.keep")}>
            <p>{t("keepText")}</p>
            <p>
              <Link href="/sign-up">{t("ways.signUp")}</Link> ·{" "}
              <Link href="/sign-in">{t("ways.signIn")}</Link>
            </p>
          </Section>
        )}
        <Section title={t("sections.name")}>
          <NameForm name={name} />
        </Section>
        <Section title={t("groups")}>
          <p>
            <Link href="/groups">{t("groups")}</Link>
          </p>
        </Section>
        {hasPassword && (
          <Section title={t("sections.password")}>
            <PasswordForm />
          </Section>
        )}
        <Section title={t("links")}>
          <p>{t("linksText")}</p>
          <LinkList
            links={await listShareLinks(viewer)}
            articles={await listShareable(viewer, locale)}
            make={makeLink}
            end={endLink}
          />
        </Section>
        {!isAnonymous && (
          <Section title={t("sections.tokens")}>
            <p>{t("tokens.text")}</p>
            <TokenList tokens={await listTokens(viewer)} />
          </Section>
        )}
        <Section title={t("sections.sessions")}>
          <SessionList sessions={sessions} />
        </Section>
        <Section title={t("sections.shared")}>
          <p>{t("sharedText")}</p>
          <SharedComputer />
          <Leave isAnonymous={isAnonymous} hasRecoveryCode={recoverySince !== null} />
        </Section>
        {isAnonymous && (
          <Section title={t("sections.recovery")}>
            <p>{t("recovery.text")}</p>
            <RecoveryCode since={recoverySince} />
          </Section>
        )}
        <Section title={t("sections.export")}>
          <p>{t("exportText")}</p>
          <p>
            <a href="/api/account/export" download>
              {t("export")}
            </a>
          </p>
        </Section>
        <Section title={t("sections.delete")}>
          <p>{t("delete.text")}</p>
          <DeleteForm hasPassword={hasPassword} />
        </Section>
      </StandingPage>
    </>
  );
}
