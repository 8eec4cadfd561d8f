/**
 * An English word without its inflection: "ministers", "minister"; "making", "makes", "make"; "planned", "plan". After the first steps of
 * M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980; endings that derive words stay. Takes a word in lower case.
 */
export function stemEnglish(word: string): string {
  const plain = /^[a-z]+$/.test(word) ? word : fold(word);
  if (plain.length <= 3) return plain;
  return finish(stripVerbEnding(stripPlural(plain)));
}

function fold(word: string): string {
  return word
    .replace(/(?:n['’]t|['’](?:s|re|ve|ll|d|m)?)$/u, "")
    .normalize("NFD")
    .replace(/[\p{M}'’]/gu, "");
}

function stripPlural(word: string): string {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (word.endsWith("ies")) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/[^aeiou]?(?:ch|sh|x|z|o)es$/.test(word) && word.length > 5) return word.slice(0, -2);
  if (/[^su]s$/.test(word) && !word.endsWith("is")) return word.slice(0, -1);
  return word;
}

function stripVerbEnding(word: string): string {
  if (word.endsWith("eed")) return word.length > 4 ? word.slice(0, -1) : word;
  const ending = /(?:ied|ed|ingly|edly|ing)$/.exec(word)?.[0];
  if (!ending) return word;
  const stem = word.slice(0, -ending.length);
  if (!/[aeiouy]/.test(stem) || stem.length < 2) return word;
  if (ending === "ied") return `${stem}y`;
  if (/^[aeiou][^aeiouy]$/.test(stem)) return `${stem}e`;
  return /([bdfgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}

/** The silent e goes everywhere, so that "mak" is the stem of "make" and "making"; "y" is "i". */
function finish(word: string): string {
  if (word.length <= 3) return word;
  if (word.endsWith("e")) return word.slice(0, -1);
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}i`;
  return word;
}
