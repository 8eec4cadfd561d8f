import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { buildLexicon } from "@/core/alignment/lexicon/build-lexicon";
import { writeLexicon } from "@/formats/lexicon/lexicon-file";
import { readDing } from "@/formats/lexicon/read-ding";
import { builtInForms, builtInPhrases } from "./built-in-lexicon";
import { dictionaryPaths } from "./dictionary-paths";
import { type DingResult, fetchDing, readDingFile } from "./fetch-ding";

export type InstallResult =
  | { readonly ok: true; readonly words: number; readonly bytes: number; readonly folder: string }
  | {
      readonly ok: false;
      readonly reason: Extract<DingResult, { ok: false }>["reason"] | "no-dictionary";
    };

/** A list with fewer pairs is not the dictionary that was meant. */
const leastPairs = 1000;

/** Makes the lexicon from Ding and the built-in pairs, and puts it with its licence into the data folder; what was there stays until it is done. */
export async function installDictionary(file: string | null): Promise<InstallResult> {
  const ding = file === null ? await fetchDing() : await readDingFile(file);
  if (!ding.ok) return ding;
  const pairs = readDing(ding.list);
  if (pairs.length < leastPairs) return { ok: false, reason: "no-dictionary" };
  const lexicon = buildLexicon([...builtInPhrases(), ...pairs], builtInForms());
  const bytes = writeLexicon(lexicon);
  const { folder, lexicon: path, licence } = dictionaryPaths();
  mkdirSync(folder, { recursive: true });
  writeFileSync(licence, ding.licence ?? headOf(ding.list));
  writeFileSync(`${path}.new`, bytes);
  renameSync(`${path}.new`, path);
  return { ok: true, words: lexicon.german.size, bytes: bytes.length, folder };
}

/** The remarks at the head of the list say whose it is and under what licence. */
function headOf(list: string): string {
  const lines = list.split("\n", 100);
  const end = lines.findIndex((line) => !line.startsWith("#"));
  return `${lines.slice(0, Math.max(0, end)).join("\n")}\n`;
}
