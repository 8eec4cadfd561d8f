import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The three files of the lexicon that ships with the sources, as the checks in the browser read them. */
export type LexiconFiles = {
  readonly phrases: string;
  readonly germanForms: string;
  readonly englishForms: string;
};

export async function loadLexiconFiles(): Promise<LexiconFiles> {
  const read = (name: string) =>
    readFile(join(process.cwd(), "core/alignment/lexicon", name), "utf8");
  return {
    phrases: await read("german-english.tsv"),
    germanForms: await read("german-forms.tsv"),
    englishForms: await read("english-forms.tsv"),
  };
}
