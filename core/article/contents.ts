import type { Article } from "./article";
import { blockText } from "./content";
import { type Language, languages } from "./language";

/** A heading of a text, as the table of contents shows it. */
export type ContentsEntry = {
  /** The row it stands in. */
  readonly row: string;
  /** 1 for the highest level that the text uses. */
  readonly depth: number;
  /** `null` where that side has no heading in this row. */
  readonly titles: Readonly<Record<Language, string | null>>;
};

/** The headings of both sides in reading order, paired by their rows. */
export function contentsOf(article: Article): readonly ContentsEntry[] {
  const headings = { de: headingsOf(article, "de"), en: headingsOf(article, "en") };
  const levels = languages.flatMap((side) =>
    [...headings[side].values()].map(({ level }) => level),
  );
  const highest = Math.min(...levels);
  return article.rows.flatMap((row) => {
    const [de, en] = languages.map((side) =>
      row[side].map((id) => headings[side].get(id)).find((heading) => heading !== undefined),
    );
    const level = de?.level ?? en?.level;
    if (level === undefined) return [];
    const titles = { de: de?.text ?? null, en: en?.text ?? null };
    return [{ row: row.id, depth: level - highest + 1, titles }];
  });
}

function headingsOf(
  article: Article,
  side: Language,
): Map<string, { level: number; text: string }> {
  const headings = new Map<string, { level: number; text: string }>();
  for (const { id, node } of article.sides[side].blocks) {
    if (node.type !== "heading") continue;
    headings.set(id, { level: Number(node.attrs?.level ?? 1), text: blockText(node) });
  }
  return headings;
}
