import type { Article, Side } from "../article/article";
import { rowBeads } from "../article/article-index";
import { type Language, languages } from "../article/language";

/** An article that holds nothing but some rows of another, under the same ids: what is checked while somebody is still typing. */
export function rowsOfArticle(article: Article, rowIndexes: readonly number[]): Article {
  const rows = rowIndexes.flatMap((index) => article.rows[index] ?? []);
  const side = (language: Language): Side => {
    const wanted = new Set(rows.flatMap((row) => row[language]));
    const whole = article.sides[language];
    return { ...whole, frontMatter: {}, blocks: whole.blocks.filter(({ id }) => wanted.has(id)) };
  };
  const sides = { de: side("de"), en: side("en") };
  const sentences = new Set(
    languages.flatMap((language) =>
      sides[language].blocks.flatMap((block) => block.sentences.map(({ id }) => id)),
    ),
  );
  const beads = [...new Set(rows.flatMap((row) => rowBeads(article, row)))].map((bead) => ({
    ...bead,
    de: bead.de.filter((id) => sentences.has(id)),
    en: bead.en.filter((id) => sentences.has(id)),
  }));
  return { ...article, sides, rows, beads };
}
