import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readLines } from "@/core/alignment/lexicon/read-tsv";
import { type Dictionary, makeDictionary } from "@/core/dictionary/dictionary";

let loaded: Dictionary | null = null;

/** The built-in dictionary, read with the first question. */
export function loadDictionary(): Dictionary {
  loaded ??= read();
  return loaded;
}

function read(): Dictionary {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), "core/alignment/lexicon");
  const lines = (name: string) => readLines(readFileSync(join(folder, name), "utf8"));
  return makeDictionary(lines("german-english.tsv"), {
    de: new Map(lines("german-forms.tsv")),
    en: new Map(lines("english-forms.tsv")),
  });
}
