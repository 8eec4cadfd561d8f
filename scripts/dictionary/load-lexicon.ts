import { existsSync, readFileSync } from "node:fs";
import { buildLexicon } from "@/core/alignment/lexicon/build-lexicon";
import type { Lexicon } from "@/core/alignment/lexicon/lexicon";
import { readLexicon } from "@/formats/lexicon/lexicon-file";
import { builtInForms, builtInPhrases } from "./built-in-lexicon";
import { dictionaryPaths } from "./dictionary-paths";

/** What the aligner may know of words beyond the document itself. */
export const layers = ["none", "built-in", "dictionary"] as const;
export type Layer = (typeof layers)[number];

export type LexiconResult =
  | { readonly ok: true; readonly lexicon: Lexicon | null }
  | { readonly ok: false; readonly reason: "dictionary-missing" | "dictionary-unreadable" };

/** The best layer that is there. */
export function bestLayer(): Layer {
  return existsSync(dictionaryPaths().lexicon) ? "dictionary" : "built-in";
}

/** The lexicon of a layer; the installed dictionary is looked for in the data folder. */
export function loadLexicon(layer: Layer): LexiconResult {
  if (layer === "none") return { ok: true, lexicon: null };
  if (layer === "built-in") {
    return { ok: true, lexicon: buildLexicon(builtInPhrases(), builtInForms()) };
  }
  const path = dictionaryPaths().lexicon;
  if (!existsSync(path)) return { ok: false, reason: "dictionary-missing" };
  const lexicon = readLexicon(readFileSync(path));
  return lexicon ? { ok: true, lexicon } : { ok: false, reason: "dictionary-unreadable" };
}
