import type { ArticleSummary } from "@/core/article/article-summary";
import { levels } from "@/core/article/front-matter";
import { type Language, languages } from "@/core/article/language";
import type { LibraryQuery } from "./library-query";

/**
 * The articles that a query asks for, in its order; `articles` come newest first. What the reader has read is not known
 * here: see `isAskedFor` in reading-state.ts.
 */
export function chooseArticles(
  articles: readonly ArticleSummary[],
  query: LibraryQuery,
  locale: Language,
): readonly ArticleSummary[] {
  const words = query.q.split(/\s+/u).filter(Boolean);
  const chosen = articles.filter(
    (article) =>
      (!query.level || article.level === query.level) &&
      (!query.kind || article.isFiction === (query.kind === "fiction")) &&
      (!query.original || article.direction?.startsWith(query.original)) &&
      words.every((word) => hasInTitles(article, word)),
  );
  if (query.order === "newest") return chosen;
  const rank = query.order === "shortest" ? minutes : levelRank;
  return chosen.toSorted((a, b) => rank(a, locale) - rank(b, locale));
}

function minutes(article: ArticleSummary, locale: Language): number {
  return article.minutes[locale];
}

/** Articles without a level come last. */
function levelRank({ level }: ArticleSummary): number {
  return level ? levels.indexOf(level) : levels.length;
}

function hasInTitles({ titles }: ArticleSummary, word: string): boolean {
  return languages.some((language) => spellings(titles[language] ?? "").includes(fold(word)));
}

/** "Währung" is found by "währung", "wahrung" and, from keyboards without umlauts, "waehrung". */
function spellings(title: string): string {
  const written = title.toLowerCase().normalize("NFC");
  const spelled = written.replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue");
  return `${fold(written)}\n${fold(spelled)}`;
}

function fold(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ß", "ss");
}
