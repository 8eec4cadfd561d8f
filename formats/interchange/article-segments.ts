import type { Article, Bead } from "@/core/article/article";
import { blockText } from "@/core/article/content";
import type { FrontMatter } from "@/core/article/front-matter";
import { type Language, languages } from "@/core/article/language";
import { foldSegment } from "./segment";
import { xmlSafe } from "./xml-text";

/** A bead of an article as translation files carry it; a headline has no bead. */
export type ArticleSegment = Readonly<Record<Language, string>> & {
  readonly id: string;
  readonly bead: Bead | null;
};

/** Segments that stand in one row; those of the headline in one of their own. */
export type SegmentRow = { readonly id: string; readonly segments: readonly ArticleSegment[] };

/** Fields of the front matter that are text in each language. */
export const frontFields = ["title", "subtitle"] as const satisfies readonly (keyof FrontMatter)[];

/** The segments of an article in reading order; what stands in them is what a reader sees, without marks. */
export function segmentRows(article: Article): SegmentRow[] {
  const front = frontFields.flatMap((field): ArticleSegment[] => {
    const [de = "", en = ""] = languages.map((side) => article.sides[side].frontMatter[field]);
    return de === "" && en === "" ? [] : [{ id: field, bead: null, de: shown(de), en: shown(en) }];
  });
  const texts = sentenceTexts(article);
  const rowOf = rowsOfSentences(article);
  const byRow = new Map<string, ArticleSegment[]>();
  for (const bead of article.beads) {
    const row = rowOf.get(bead.de[0] ?? bead.en[0] ?? "");
    if (row === undefined) continue;
    const segment = { id: beadId(bead), bead, de: join(bead.de, texts), en: join(bead.en, texts) };
    const list = byRow.get(row);
    if (list) list.push(segment);
    else byRow.set(row, [segment]);
  }
  return [
    { id: "front", segments: front },
    ...article.rows.map(({ id }) => ({ id, segments: byRow.get(id) ?? [] })),
  ].filter(({ segments }) => segments.length > 0);
}

/** "ds3.ds4-es3": the sentences of a bead, which keep their ids for ever. A name token in XML. */
function beadId({ de, en }: Pick<Bead, Language>): string {
  return [de, en]
    .map((ids) => ids.join("."))
    .filter((ids) => ids !== "")
    .join("-");
}

/** The form in which a text comes back from a file. */
export function shown(text: string): string {
  return foldSegment(xmlSafe(text));
}

function join(ids: readonly string[], texts: ReadonlyMap<string, string>): string {
  return shown(ids.map((id) => texts.get(id) ?? "").join(" "));
}

function sentenceTexts({ sides }: Article): Map<string, string> {
  return new Map(
    languages.flatMap((side) =>
      sides[side].blocks.flatMap(({ node, sentences }) => {
        const text = blockText(node);
        return sentences.map(({ id, start, end }) => [id, text.slice(start, end).trim()] as const);
      }),
    ),
  );
}

function rowsOfSentences({ sides, rows }: Article): Map<string, string> {
  const rowOfBlock = new Map(
    rows.flatMap((row) => [...row.de, ...row.en].map((block) => [block, row.id] as const)),
  );
  return new Map(
    languages.flatMap((side) =>
      sides[side].blocks.flatMap(({ id, sentences }) =>
        sentences.map((sentence) => [sentence.id, rowOfBlock.get(id) ?? ""] as const),
      ),
    ),
  );
}
