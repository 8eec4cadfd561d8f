import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { cache } from "react";
import { languages } from "@/core/article/language";
import { readView } from "@/core/article/layout";
import type { Locale } from "@/i18n/routing";
import { articleOutline } from "@/server/articles/article-outline";
import { loadArticle } from "@/server/articles/load-article";
import { renderedSide } from "@/server/articles/rendered-side";
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

  const { version, article } = reading;
  for (const language of languages) {
    const html = renderedSide(version.id, article, language, view.part);
    if (html === null) notFound();
    keepSideHtml(sideKey({ versionId: version.id, language, part: view.part }), html);
  }
  return (
    <ReadingPage
      slug={slug}
      view={view}
      version={version}
      article={article}
      outline={articleOutline(article)}
      isDraft={reading.audience === "draft"}
    />
  );
}

/**
 * An article of the library is the same for everybody, so nobody's session is read for it; a draft asks who is there.
 * Asked once for the page and its title.
 */
const loadReading = cache(async (slug: string) => {
  const open = await loadArticle(null, slug);
  if (open) return open;
  const viewer = await currentViewer();
  return viewer && loadArticle(viewer, slug);
});
