import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { Article } from "@/core/article/article";
import type { FrontMatter } from "@/core/article/front-matter";
import { type Language, languages, otherLanguage } from "@/core/article/language";
import { type View, viewPath } from "@/core/article/layout";
import type { Outline } from "@/core/article/outline";
import { SiteHeader } from "@/ui/controls/site-header";
import { ReportButton } from "@/ui/reports/report-button";
import { ReportMistake } from "@/ui/reports/report-mistake";
import { ContentsMenu } from "./contents-menu";
import { EditLink } from "./edit-link";
import { ExportMenu } from "./export-menu";
import { LayoutSwitch } from "./layout-switch";
import { PartsNavigation } from "./parts-navigation";
import styles from "./reading-page.module.css";
import { ReadingPlace } from "./reading-place";
import { ReadingStrip } from "./reading-strip";
import { ReadingText } from "./reading-text";
import { SettingsPanel } from "./settings-panel";

type ReadingPageProps = {
  slug: string;
  view: View;
  version: { readonly id: string; readonly number: number };
  article: Article;
  outline: Outline;
  isDraft: boolean;
};

export function ReadingPage({ slug, view, version, article, outline, isDraft }: ReadingPageProps) {
  const locale = useLocale();
  const title =
    article.sides[locale].frontMatter.title ??
    article.sides[otherLanguage(locale)].frontMatter.title ??
    slug;
  const titleLanguage = article.sides[locale].frontMatter.title ? locale : otherLanguage(locale);
  const { parts, minutes } = outline;
  const heads = {
    de: { frontMatter: article.sides.de.frontMatter, minutes: minutes.de },
    en: { frontMatter: article.sides.en.frontMatter, minutes: minutes.en },
  };
  const contents = outline.contents.map(({ part, ...entry }) => {
    const path = part === view.part ? "" : `/${locale}${viewPath(slug, { ...view, part })}`;
    return { ...entry, href: `${path}#${entry.row}` };
  });
  const heat = (parts[view.part - 1] ?? []).flatMap(({ id }) => {
    const state = outline.heat.get(id);
    return state ? [{ id, heat: state }] : [];
  });
  return (
    <>
      <SiteHeader title={{ text: title, lang: titleLanguage }} hasProgress>
        <ReadingPlace
          slug={slug}
          view={view}
          parts={parts.map((rows) => rows.map(({ id }) => id))}
          minutes={minutes[locale]}
        />
        <ContentsMenu slug={slug} view={view} entries={contents} />
        <EditLink slug={slug} isDraft={isDraft} />
        <ReportButton />
        <LayoutSwitch key={view.layout} slug={slug} view={view} />
        <SettingsPanel />
      </SiteHeader>
      <ReadingStrip rows={heat} />
      <main id="main" className={styles.page} data-layout={view.layout}>
        {languages.map((language) => (
          <Title key={language} heads={heads} language={language} isDraft={isDraft} />
        ))}
        <ReadingText
          key={`${version.id}-${view.part}`}
          articleSlug={slug}
          version={version}
          view={view}
          partCount={parts.length}
          rowCount={parts[view.part - 1]?.length ?? 0}
        />
        {parts.length > 1 && <PartsNavigation slug={slug} view={view} count={parts.length} />}
        {languages.map((language) => (
          <Ending
            key={language}
            language={language}
            frontMatter={article.sides[language].frontMatter}
          />
        ))}
        <ExportMenu slug={slug} />
        <ReportMistake slug={slug} version={version.number} />
      </main>
    </>
  );
}

type Head = { readonly frontMatter: FrontMatter; readonly minutes: number };
type TitleProps = {
  heads: Readonly<Record<Language, Head>>;
  language: Language;
  isDraft: boolean;
};

/** Each side's head stands in that side's own language, whatever the language of the interface. */
export function Title({ heads, language, isDraft }: TitleProps) {
  const t = useTranslations(`ReadingPage.${language}`);
  const format = useFormatter();
  const { frontMatter, minutes } = heads[language];
  const { title, subtitle, byline, dateline } = frontMatter;
  const shared = { ...heads.en.frontMatter, ...heads.de.frontMatter };
  const role =
    shared.direction && (shared.direction.startsWith(language) ? "original" : "translation");
  const facts = [
    byline,
    dateline ??
      (shared.date &&
        new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", {
          dateStyle: "long",
          timeZone: "UTC",
        }).format(new Date(shared.date))),
    t("minutes", { minutes: format.number(minutes) }),
    shared.level && t("level", { level: shared.level }),
  ];
  const kicker = [
    frontMatter.kicker,
    t("language"),
    role && t(role),
    shared.fiction && t("fiction"),
    isDraft && t("draft"),
  ];
  return (
    <header lang={language} className={styles.title}>
      <p className={styles.kicker}>{kicker.filter(Boolean).join(" · ")}</p>
      <h1>{title ?? t("untitled")}</h1>
      {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
      <p className={styles.facts}>{facts.filter(Boolean).join(" · ")}</p>
    </header>
  );
}

type EndingProps = { language: Language; frontMatter: FrontMatter };

export function Ending({ language, frontMatter }: EndingProps) {
  const t = useTranslations(`ReadingPage.${language}`);
  const { signature, source, licence } = frontMatter;
  return (
    <footer lang={language} className={styles.ending}>
      {signature?.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {source && (
        <p>
          {t("source")}: {source.url ? <a href={source.url}>{source.name}</a> : source.name}
        </p>
      )}
      {licence && (
        <p>
          {t("licence")}: {licence}
        </p>
      )}
    </footer>
  );
}
