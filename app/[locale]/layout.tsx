import "../globals.css";
import "@/ui/reader/text.css";
import "@/ui/annotations/highlights.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { hasLocale, NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { routing } from "@/i18n/routing";
import { earlyScriptId } from "@/server/pages/prepare-page";
import { siteOperator } from "@/server/site-settings";
import { Ready } from "@/ui/controls/ready";
import { SiteFooter } from "@/ui/controls/site-footer";
import { earlyScript } from "../early-script";
import { fontClasses } from "../fonts";

// The words that client components say; all others stay on the server.
const inBrowser = [
  "Account",
  "Aim",
  "Annotations",
  "Audience",
  "Groups",
  "Shared",
  "Tags",
  "Thread",
  "ArticleSearch",
  "Contents",
  "Elsewhere",
  "Controls",
  "ErrorPage",
  "Handles",
  "Layouts",
  "LookUp",
  "Menu",
  "MarginFilter",
  "Picker",
  "NoteEditor",
  "Orphan",
  "Place",
  "Problem",
  "Reader",
  "Report",
  "Reveal",
  "SelectionBar",
  "Settings",
  "TextReport",
] as const;

type LayoutProps = { children: ReactNode; params: Promise<{ locale: string }> };

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf6" },
    { media: "(prefers-color-scheme: dark)", color: "#17181b" },
  ],
};

export async function generateMetadata({ params }: LayoutProps): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: "Site" });
  return {
    title: { default: t("title"), template: `%s · ${t("name")}` },
    description: t("description"),
    icons: { icon: "/icon.svg" },
  };
}

export default async function Layout({ children, params }: LayoutProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const nonce = nonceOf((await headers()).get("Content-Security-Policy"));
  const messages = await getMessages();

  return (
    <html lang={locale} className={fontClasses} suppressHydrationWarning>
      <head>
        <script
          id={earlyScriptId}
          nonce={nonce}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a file of ours
          dangerouslySetInnerHTML={{ __html: earlyScript }}
        />
      </head>
      <body>
        <NextIntlClientProvider
          messages={Object.fromEntries(inBrowser.map((name) => [name, messages[name]]))}
        >
          {children}
          <Ready />
          <SiteFooter hasImprint={siteOperator().missing.length === 0} />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}

function nonceOf(policy: string | null): string | undefined {
  return policy?.match(/'nonce-([^']+)'/)?.[1];
}
