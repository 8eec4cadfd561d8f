import "server-only";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { buildLexicon } from "@/core/alignment/lexicon/build-lexicon";
import type { Lexicon } from "@/core/alignment/lexicon/lexicon";
import { readPhrasePairs, readWordForms } from "@/core/alignment/lexicon/read-tsv";
import type { LexiconLayer } from "@/core/import/import-result";
import { readLexicon } from "@/formats/lexicon/lexicon-file";

export type LexiconPlaces = {
  /** Of the sources: the built-in lexicon is part of them. */
  readonly root: string;
  /** Where `npm run dictionary:install` puts its index. */
  readonly dataFolder: string;
};

type Loaded = { readonly layer: LexiconLayer; readonly lexicon: Lexicon | null };

let last: { readonly key: string; readonly loaded: Loaded } | null = null;

/** The best lexicon that is there, loaded once per thread until its file is another; a damaged dictionary costs only its own part. */
export function loadBestLexicon(places: LexiconPlaces): Loaded {
  const found = statSync(dictionaryFile(places.dataFolder), { throwIfNoEntry: false });
  const key = JSON.stringify([places, found?.mtimeMs, found?.size]);
  if (last?.key !== key) last = { key, loaded: load(places) };
  return last.loaded;
}

function load({ root, dataFolder }: LexiconPlaces): Loaded {
  const dictionary = dictionaryFile(dataFolder);
  const installed = existsSync(dictionary) ? readLexicon(readFileSync(dictionary)) : null;
  if (installed) return { layer: "dictionary", lexicon: installed };
  const folder = join(root, "core/alignment/lexicon");
  if (!existsSync(join(folder, "german-english.tsv"))) return { layer: "none", lexicon: null };
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const forms = {
    german: readWordForms(read("german-forms.tsv")),
    english: readWordForms(read("english-forms.tsv")),
  };
  return {
    layer: "built-in",
    lexicon: buildLexicon(readPhrasePairs(read("german-english.tsv")), forms),
  };
}

/** Without loading it: what an import would be aligned with now. */
export function bestLayer({ root, dataFolder }: LexiconPlaces): LexiconLayer {
  if (existsSync(dictionaryFile(dataFolder))) return "dictionary";
  return existsSync(join(root, "core/alignment/lexicon/german-english.tsv")) ? "built-in" : "none";
}

function dictionaryFile(dataFolder: string): string {
  return join(dataFolder, "dictionary/german-english.lexicon");
}
