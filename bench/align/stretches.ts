import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AlignmentText } from "@/core/alignment/alignment";
import type { Article } from "@/core/article/article";
import { blockText } from "@/core/article/content";
import { type Language, languages } from "@/core/article/language";
import { readVersion } from "@/formats/version/read-version";
import type { Case } from "./read-cases";

/** Sentences of both sides in which the same is said, in order. */
export type Stretch = Readonly<Record<Language, AlignmentText>>;

type Aligned = Pick<Case, "name" | "text" | "beads">;

/** Stretches of about so many sentences a side, one after the other, at most so many of each document. */
export function stretchesOf(each: Aligned, sentences: number, most: number): Stretch[] {
  const stretches: Stretch[] = [];
  let de: number[] = [];
  let en: number[] = [];
  for (const bead of each.beads) {
    de.push(...bead.de);
    en.push(...bead.en);
    if (Math.max(de.length, en.length) < sentences) continue;
    stretches.push({ de: pick(each.text.de, de), en: pick(each.text.en, en) });
    [de, en] = [[], []];
    if (stretches.length === most) break;
  }
  return stretches;
}

function pick(text: AlignmentText, indices: readonly number[]): AlignmentText {
  const sorted = indices.toSorted((a, b) => a - b);
  return {
    sentences: sorted.flatMap((index) => text.sentences[index] ?? []),
    paragraphs: sorted.flatMap((index) => text.paragraphs[index] ?? []),
  };
}

/** The articles that ship with the project: essays, a story, instructions, diaries. */
export function readShelf(): Aligned[] {
  const shelf = fileURLToPath(new URL("../../content", import.meta.url));
  return readdirSync(shelf).map((name) => {
    const read = (file: string) => readFileSync(`${shelf}/${name}/${file}`, "utf8");
    const files = { de: read("de.mdx"), en: read("en.mdx"), alignment: read("alignment.json") };
    return { name, ...alignedText(readVersion(files).article) };
  });
}

function alignedText(article: Article): Pick<Case, "text" | "beads"> {
  const index = new Map<string, number>();
  const [de, en] = languages.map((side) => {
    const sentences: string[] = [];
    const paragraphs: number[] = [];
    article.sides[side].blocks.forEach((block, paragraph) => {
      for (const { id, start, end } of block.sentences) {
        index.set(id, sentences.length);
        sentences.push(blockText(block.node).slice(start, end).trim());
        paragraphs.push(paragraph);
      }
    });
    return { sentences, paragraphs };
  });
  if (!de || !en) throw new Error("An article has two sides");
  const places = (ids: readonly string[]) => ids.flatMap((id) => index.get(id) ?? []);
  const beads = article.beads.map((bead) => ({ de: places(bead.de), en: places(bead.en) }));
  return { text: { de, en }, beads };
}
