import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildLexicon, type WordForms } from "@/core/alignment/lexicon/build-lexicon";
import type { Lexicon } from "@/core/alignment/lexicon/lexicon";
import { readLexicon } from "@/formats/lexicon/lexicon-file";
import { readPhrasePairs, readWordForms } from "@/formats/lexicon/read-tsv";
import { dataFolder } from "../../scripts/data-folder.mjs";
import type { Layer } from "./read-arguments";

const sources = "core/alignment/lexicon";

export type LexiconResult =
  | { readonly ok: true; readonly lexicon: Lexicon | null }
  | { readonly ok: false; readonly reason: "dictionary-missing" | "dictionary-unreadable" };

/** The lexicon of a layer; the installed dictionary is looked for in the data folder. */
export function loadLexicon(layer: Layer): LexiconResult {
  if (layer === "none") return { ok: true, lexicon: null };
  if (layer === "built-in") {
    return {
      ok: true,
      lexicon: buildLexicon(readPhrasePairs(read("german-english.tsv")), forms()),
    };
  }
  const path = dictionaryPath();
  if (!existsSync(path)) return { ok: false, reason: "dictionary-missing" };
  const lexicon = readLexicon(readFileSync(path));
  return lexicon ? { ok: true, lexicon } : { ok: false, reason: "dictionary-unreadable" };
}

export function dictionaryPath(): string {
  return join(dataFolder().path, "dictionary", "german-english.lexicon");
}

function forms(): { german: WordForms; english: WordForms } {
  return {
    german: readWordForms(read("german-forms.tsv")),
    english: readWordForms(read("english-forms.tsv")),
  };
}

function read(name: string): string {
  return readFileSync(join(sources, name), "utf8");
}
