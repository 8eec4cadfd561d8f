import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { languages } from "@/core/article/language";
import { readView } from "@/core/article/layout";
import type { Locale } from "@/i18n/routing";
import { loadArticle } from "@/server/articles/load-article";
import { loadSideHtml } from "@/server/articles/load-side-html";
import { pageAddresses } from "@/server/page-addresses";
import { currentViewer } from "@/server/viewer";
import { ReadingPage } from "@/ui/reader/reading-page";
import { keepSideHtml, sideKey } from "@/ui/reader/side-html";

type PageProps = { params: Promise<{ locale: Locale; slug: string; view?: string[] }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, slug } = await params;
  const reading = await loadReading(slug);
  if (!reading) return {};
  const { de, en } = reading.article.sides;
  const titles = locale === "de" ? [de, en] : [en, de];
  return {
    title: titles.map((side) => side.frontMatter.title).find(Boolean) ?? slug,
    alternates: pageAddresses(`/read/${slug}`),
  };
}

export default async function ReadArticlePage({ params }: PageProps) {
  const { locale, slug, view: segments = [] } = await params;
  setRequestLocale(locale);
  const view = readView(segments);
  const reading = view && (await loadReading(slug));
  if (!reading) notFound();

  const { version, viewer } = reading;
  for (const language of languages) {
    const html = await loadSideHtml(viewer, version.id, language, view.part);
    if (html === null) notFound();
    keepSideHtml(sideKey({ versionId: version.id, language, part: view.part }), html);
  }
  return (
    <ReadingPage
      slug={slug}
      view={view}
      version={version}
      article={reading.article}
      isDraft={reading.audience === "draft"}
    />
  );
}

/** An article of the library is the same for everybody, so nobody's session is read for it; a draft asks who is there. */
async function loadReading(slug: string) {
  const open = await loadArticle(null, slug);
  if (open) return { ...open, viewer: null };
  const viewer = await currentViewer();
  const own = viewer && (await loadArticle(viewer, slug));
  return own ? { ...own, viewer } : null;
}
