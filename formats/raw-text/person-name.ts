import type { Language } from "@/core/article/language";
import { isFunctionWord } from "@/core/text/function-words";

const nameWord = /\p{Lu}(?:\.|[\p{L}\p{M}'’-]*)/uy;
const particles = new Set([
  "von",
  "van",
  "der",
  "den",
  "de",
  "zu",
  "di",
  "da",
  "du",
  "la",
  "le",
  "al",
  "bin",
  "ten",
]);
const maxWords = 5;

/** The two to five capitalised words at the start of a text that may be a name: "Anna van der Berg", not "Anna Berg As". */
export function leadingName(text: string, language: Language): string | null {
  let end = 0;
  let position = 0;
  let capitalised = 0;
  for (let count = 0; count < maxWords; count += 1) {
    const word = wordAt(text, position);
    if (!word) break;
    const isParticle = particles.has(word) && capitalised > 0;
    const isCapitalised =
      /^\p{Lu}/u.test(word) && !(capitalised > 0 && isFunctionWord(word, language));
    if (!isParticle && !isCapitalised) break;
    position += word.length;
    if (isCapitalised) {
      capitalised += 1;
      end = position;
    }
    if (text[position] !== " ") break;
    position += 1;
  }
  return capitalised >= 2 ? text.slice(0, end) : null;
}

function wordAt(text: string, position: number): string | null {
  nameWord.lastIndex = position;
  const name = nameWord.exec(text)?.[0];
  if (name) return name;
  return /^\p{Ll}+/u.exec(text.slice(position, position + 5))?.[0] ?? null;
}

/** The one of the known names a text starts with, as the text spells it; diacritics and case do not matter. */
export function leadingKnownName(text: string, names: ReadonlySet<string>): string | null {
  for (const name of names) {
    // Letters are composed, so that a name is as long with diacritics as without.
    const start = text.slice(0, name.length);
    if (foldName(start) === name && !/^[\p{L}\p{N}]/u.test(text.slice(name.length))) return start;
  }
  return null;
}

/** A name in the form in which names are compared. */
export function foldName(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
