import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import { currentViewer } from "@/server/viewer";
import { compareVersions } from "@/server/workbench/compare-versions";
import { listVersions } from "@/server/workbench/list-versions";
import { SiteHeader } from "@/ui/controls/site-header";
import { VersionsPage } from "@/ui/workbench/versions-page";
import { restore } from "./actions";

type PageProps = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<{ from?: string | string[]; to?: string | string[] }>;
};

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "Versions" });
  return { title: t("title") };
}

export default async function Versions({ params, searchParams }: PageProps) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const viewer = await currentViewer();
  const versions = await listVersions(viewer, slug);
  if (!versions) notFound();
  const asked = await searchParams;
  const to = numberOf(asked.to) ?? versions[0]?.number ?? 1;
  const from = numberOf(asked.from) ?? Math.max(1, to - 1);
  const diff = await compareVersions(viewer, slug, { from, to });
  const t = await getTranslations({ locale, namespace: "Versions" });
  return (
    <>
      <SiteHeader title={{ text: t("title"), lang: locale }} />
      <VersionsPage
        slug={slug}
        versions={versions}
        from={from}
        to={to}
        diff={diff}
        restore={restore}
      />
    </>
  );
}

function numberOf(value: string | string[] | undefined): number | null {
  return typeof value === "string" && /^[1-9]\d{0,6}$/.test(value) ? Number(value) : null;
}
