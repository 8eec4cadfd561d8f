import { join } from "node:path";
import { dataFolder } from "../data-folder.mjs";

/** Where an installed dictionary is kept, outside the sources: the lexicon for aligning, and the licence of what it was made from. */
export function dictionaryPaths(): {
  readonly folder: string;
  readonly lexicon: string;
  readonly licence: string;
} {
  const folder = join(dataFolder().path, "dictionary");
  return {
    folder,
    lexicon: join(folder, "german-english.lexicon"),
    licence: join(folder, "LICENCE.txt"),
  };
}
