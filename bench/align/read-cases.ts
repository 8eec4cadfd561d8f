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
  family: z.string().min(1).max(100),
  dePara: z.array(z.int().min(0)),
  enPara: z.array(z.int().min(0)),
});

/** The cases of a folder in order of their names, or the one of that name. A folder without `meta.json` is no case. */
export function readCases(folder: string, name: string | null): Case[] {
  return readdirSync(folder)
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
  return {
    name,
    family: meta.family,
    text: {
      de: { sentences: lines(read("de.sents")), paragraphs: meta.dePara },
      en: { sentences: lines(read("en.sents")), paragraphs: meta.enPara },
    },
    beads: readBeads(read("beads.gold")),
    rows: readBeads(read("rows.gold")),
  };
}

function lines(text: string): string[] {
  return text.replace(/\n$/u, "").split("\n");
}
