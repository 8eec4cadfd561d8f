import { findAnchors } from "./anchors";
import { type Band, bandAround } from "./band";
import type { DocumentWords } from "./document-words";
import type { TranslationTable } from "./translation-table";

/** Up to this many cells the whole plane is searched. */
const wholePlane = 40_000;

/** Between anchors the path may stray this far from the straight line, in sentences. */
const minSlack = 6;
const maxSlack = 250;

/** About how many cells a band may have: nine bytes and a microsecond each, whatever the length of the document. */
const maxCells = 6_000_000;

/** The band to search first: everything, or in a long document the surroundings of sentences that share rare words. */
export function searchBand(
  de: DocumentWords,
  en: DocumentWords,
  toEnglish: TranslationTable,
): Band {
  const deLength = de.totals.length;
  const enLength = en.totals.length;
  const isWhole = deLength * enLength <= wholePlane;
  const anchors = isWhole ? [] : findAnchors(de, en, toEnglish);
  const widest = Math.max(minSlack, Math.min(maxSlack, Math.floor(maxCells / deLength / 2)));
  return bandAround(anchors, deLength, enLength, (from, to) => {
    const deGap = to.de - from.de;
    const enGap = to.en - from.en;
    if (isWhole) return Math.max(deGap, enGap);
    const needed = Math.ceil(Math.max(deGap, enGap) / 2) + Math.abs(deGap - enGap);
    return Math.min(widest, Math.max(minSlack, needed));
  });
}
