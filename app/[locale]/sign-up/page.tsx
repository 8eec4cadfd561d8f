import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import styles from "@/ui/account/form.module.css";
import { SignUpForm } from "@/ui/account/sign-up-form";
import { SiteHeader } from "@/ui/controls/site-header";
import { StandingPage } from "@/ui/controls/standing-page";

type PageProps = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "Account" });
  return { title: t("titles.signUp"), referrer: "no-referrer", robots: { index: false } };
}

export default async function SignUpPage({ params }: PageProps) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("Account");
  return (
    <>
      <SiteHeader />
      <StandingPage title={t("titles.signUp")} opening={t("signUpOpening")}>
        <SignUpForm />
        <nav className={styles.ways} aria-label={t("otherWays")}>
          <Link href="/sign-in">{t("ways.signIn")}</Link>
          <Link href="/privacy">{t("ways.privacy")}</Link>
        </nav>
      </StandingPage>
    </>
  );
}
