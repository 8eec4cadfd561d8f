import type { Language } from "../../article/language";
import { Claims } from "./claims";
import { withoutIdioms } from "./idioms";
import type { Quantity } from "./quantity";
import { readDates } from "./read-dates";
import { readNumberWords, readRoman } from "./read-number-words";
import { readDigits, readPhones } from "./read-numbers";
import { readTimes } from "./read-times";

const address =
  /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\p{L}{2,}|\b[\w-]+\.(?:pdf|org|com|de|net|txt|html?)\b/giu;

/** Everything a text counts, measures or dates, in reading order. What is in an address is no number. */
export function readQuantities(source: string, language: Language): Quantity[] {
  const text = withoutIdioms(source, language);
  const claims = new Claims(text.length);
  for (const match of text.matchAll(address))
    claims.take(match.index, match.index + match[0].length);
  return [
    ...readPhones(text, claims),
    ...readTimes(text, language, claims),
    ...readDates(text, language, claims),
    ...readDigits(text, language, claims),
    ...readNumberWords(text, language, claims),
    ...readRoman(text, claims),
  ].sort((a, b) => a.span.start - b.span.start);
}
