import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { sendsMail } from "@/server/mail/send-mail";
import styles from "@/ui/account/form.module.css";
import { SignInForm } from "@/ui/account/sign-in-form";
import { SiteHeader } from "@/ui/controls/site-header";
import { StandingPage } from "@/ui/controls/standing-page";

type PageProps = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "Account" });
  return { title: t("titles.signIn"), referrer: "no-referrer", robots: { index: false } };
}

export default async function SignInPage({ params }: PageProps) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("Account");
  return (
    <>
      <SiteHeader />
      <StandingPage title={t("titles.signIn")} opening={t("signInOpening")}>
        <SignInForm />
        <nav className={styles.ways} aria-label={t("otherWays")}>
          <Link href="/sign-up">{t("ways.signUp")}</Link>
          <Link href="/reset">{t("ways.reset")}</Link>
          {sendsMail() && <Link href="/sign-in/link">{t("ways.link")}</Link>}
          <Link href="/recover">{t("ways.recover")}</Link>
        </nav>
      </StandingPage>
    </>
  );
}
