/**
 * A German word without its inflection, so that forms of one word meet: "Minister", "Ministern", "Ministers"; "Häuser", "Haus".
 * Umlauts and "ß" are folded, endings taken off as long as three letters stay. After M. Porter's German stemmer (Snowball), without
 * the endings that derive words: "Regierung" and "regieren" stay apart. Takes a word in lower case.
 */
export function stemGerman(word: string): string {
  const folded = foldGerman(word);
  return stripSecond(stripFirst(folded));
}

/** Without umlauts, accents and apostrophes: "Häuser" is "hauser", "Größe" is "grosse". */
export function foldGerman(word: string): string {
  if (/^[a-z]+$/.test(word)) return word;
  return word
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/[\p{M}'’]/gu, "");
}

const minStem = 3;

function stripFirst(word: string): string {
  if (word.endsWith("ern") && word.length >= minStem + 3) return word.slice(0, -3);
  if (/e[mnrs]$/.test(word) && word.length >= minStem + 2) return afterNiss(word.slice(0, -2));
  if (word.endsWith("e") && word.length >= minStem + 1) return afterNiss(word.slice(0, -1));
  if (/[bdfghklmnrtoy]s$/.test(word) && word.length >= minStem + 1) return word.slice(0, -1);
  if (/[lr]n$/.test(word) && word.length > minStem + 2) return word.slice(0, -1);
  return word;
}

/** "Ergebnisse", "Ergebnis" */
function afterNiss(word: string): string {
  return word.endsWith("niss") ? word.slice(0, -1) : word;
}

function stripSecond(word: string): string {
  if (word.endsWith("est") && word.length >= minStem + 4) return word.slice(0, -3);
  if (/e[nr]$/.test(word) && word.length >= minStem + 3) return word.slice(0, -2);
  if (/[bdfghklmnt]st$/.test(word) && word.length >= minStem + 4) return word.slice(0, -2);
  return word;
}
