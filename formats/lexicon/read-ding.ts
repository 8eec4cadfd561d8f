import type { PhrasePair } from "@/core/alignment/lexicon/build-lexicon";

const maxSynonyms = 8;

/**
 * The pairs of a dictionary in the format of Ding: German :: English, subentries separated by "|", synonyms by ";". Remarks in brackets and
 * placeholders ("jdm.", "sth.") go. Lines without "::" are skipped.
 */
export function readDing(text: string): PhrasePair[] {
  return text.split("\n").flatMap((line): PhrasePair[] => {
    const middle = line.indexOf(" :: ");
    if (line.startsWith("#") || middle < 0) return [];
    const de = line.slice(0, middle).split("|");
    const en = line.slice(middle + 4).split("|");
    return de.slice(0, en.length).flatMap((entry, index) => pairs(entry, en[index] ?? ""));
  });
}

function pairs(deEntry: string, enEntry: string): PhrasePair[] {
  const de = synonyms(deEntry);
  const en = synonyms(enEntry);
  const weight = 1 / Math.max(de.length, en.length);
  return de.flatMap((german) => en.map((english) => ({ de: german, en: english, weight })));
}

const remarks = /\{[^}]*\}|\[[^\]]*\]|\([^)]*\)|<[^>]*>|\/[^/]*\/|…|\.\.\./gu;
const placeholders =
  /(?<!\p{L})(?:etw|jdm|jdn|jds|jd|jmd|jmdn|jmdm|sth|sb|so|oneself|one’s|sb’s)(?!\p{L})\.?/gu;

function synonyms(entry: string): string[] {
  return entry
    .split(";")
    .map((each) =>
      each
        .replace(remarks, " ")
        .replace(placeholders, " ")
        .replace(/^\s*to\s+/u, "")
        .trim(),
    )
    .filter((each) => each !== "")
    .slice(0, maxSynonyms);
}
