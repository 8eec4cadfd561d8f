import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PhrasePair, WordForms } from "@/core/alignment/lexicon/build-lexicon";
import { readPhrasePairs, readWordForms } from "@/core/alignment/lexicon/read-tsv";

const folder = new URL("../../core/alignment/lexicon/", import.meta.url);

/** The pairs of the lexicon that ships with the sources. */
export function builtInPhrases(): PhrasePair[] {
  return readPhrasePairs(read("german-english.tsv"));
}

export function builtInForms(): { readonly german: WordForms; readonly english: WordForms } {
  return {
    german: readWordForms(read("german-forms.tsv")),
    english: readWordForms(read("english-forms.tsv")),
  };
}

function read(name: string): string {
  return readFileSync(fileURLToPath(new URL(name, folder)), "utf8");
}
