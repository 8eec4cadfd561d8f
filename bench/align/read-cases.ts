import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { AlignmentText } from "@/core/alignment/alignment";
import type { Language } from "@/core/article/language";
import { type Group, readBeads } from "./read-beads";

/** A document with its gold alignment. */
export type Case = {
  readonly name: string;
  readonly family: string;
  readonly text: Readonly<Record<Language, AlignmentText>>;
  readonly beads: readonly Group[];
  readonly rows: readonly Group[];
};

// Other keys say where a document comes from.
const metaSchema = z.looseObject({
  /** Without one a case is a family of its own. */
  family: z.string().min(1).max(100).optional(),
  /** Without them the paragraphs are found by the sentences in the text. */
  dePara: z.array(z.int().min(0)).optional(),
  enPara: z.array(z.int().min(0)).optional(),
});

/** The cases of a folder in order of their names, or the one of that name. A folder without `meta.json` is no case. */
export function readCases(folder: string, name: string | null): Case[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map((entry) => entry.name)
    .sort()
    .filter((each) => name === null || each === name)
    .flatMap((each) => {
      const path = join(folder, each);
      const files = new Set(readdirSync(path));
      return files.has("meta.json") ? [readCase(path, each)] : [];
    });
}

function readCase(path: string, name: string): Case {
  const read = (file: string) => readFileSync(join(path, file), "utf8");
  const meta = metaSchema.parse(JSON.parse(read("meta.json")));
  const side = (language: Language, told: readonly number[] | undefined) => {
    const sentences = lines(read(`${language}.sents`));
    const isWhole = told?.length === sentences.length;
    return {
      sentences,
      paragraphs: isWhole ? told : findParagraphs(sentences, lines(read(`${language}.txt`))),
    };
  };
  return {
    name,
    family: meta.family ?? name,
    text: { de: side("de", meta.dePara), en: side("en", meta.enPara) },
    beads: readBeads(read("beads.gold")),
    rows: readBeads(read("rows.gold")),
  };
}

/** The paragraph of each sentence: each goes on where the one before ended, white space aside. */
export function findParagraphs(
  sentences: readonly string[],
  paragraphs: readonly string[],
): number[] {
  const length = (text: string) => text.replace(/\s+/gu, "").length;
  let paragraph = 0;
  let end = length(paragraphs[0] ?? "");
  let reached = 0;
  return sentences.map((sentence) => {
    while (reached >= end && paragraph < paragraphs.length - 1) {
      paragraph += 1;
      end += length(paragraphs[paragraph] ?? "");
    }
    reached += length(sentence);
    return paragraph;
  });
}

function lines(text: string): string[] {
  return text
    .replace(/^\uFEFF/u, "")
    .replace(/\r?\n$/u, "")
    .split(/\r?\n/u);
}
