import type { Language } from "@/core/article/language";
import { isFunctionWord } from "@/core/text/function-words";
import { leadingKnownName, leadingName } from "./person-name";

/** What stands before the first sentence: place and date, and perhaps a name; what only separates them is `marks`. */
export type Dateline = {
  readonly dateline: string | null;
  readonly byline: string | null;
  readonly marks: readonly string[];
  /** What is left of the line; empty when the whole line was date and name. */
  readonly rest: string;
};

const months =
  "Januar|Jänner|January|Februar|Feber|February|März|March|April|Mai|May|Juni|June|Juli|July|August|September|Oktober|October|November|Dezember|December|Jan|Feb|Mär|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Okt|Oct|Nov|Dez|Dec";
const weekdays =
  "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";
const date = [
  `(?:${months})\\.?\\s?,?\\s?\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s\\d{4})?`,
  `\\d{1,2}(?:\\.|st|nd|rd|th)?\\s(?:of\\s)?(?:${months})\\.?(?:,?\\s\\d{4})?`,
  "\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?(?:\\d{4}|\\d{2})",
  "\\d{4}-\\d{2}-\\d{2}",
  "\\d{1,2}/\\d{1,2}/\\d{4}",
].join("|");
const place = "\\p{Lu}[\\p{L}.'’-]*(?:[ /]\\p{Lu}[\\p{L}.'’-]*){0,2}";
const dated = new RegExp(
  `^(?:${place},\\s(?:den\\s|the\\s)?)?(?:(?:${weekdays}),?\\s)?(?:den\\s)?(?:${date})(?![\\p{L}\\p{N}])`,
  "u",
);
/** "BERLIN (dpa) – ", "KYIV — ": without a date only in capitals or with an agency, and only before a dash. */
const agency = new RegExp(
  `^(?:\\p{Lu}[\\p{Lu} /.-]{2,40}|${place}\\s\\(\\p{L}[\\p{L}/ ]{1,12}\\))(?=\\s[–—-]\\s["“„»]?\\p{Lu})`,
  "u",
);
const separator = /^\s*([/|·:–—-]?)\s*/u;

/**
 * Finds a date before the text, also glued to its first sentence: "April,6 / Anna Berg As the tide …". A date that belongs
 * to the sentence ("April 6 was cold") is none.
 *
 * @param names folded names that the document has elsewhere (see `foldName`)
 */
export function findDateline(
  line: string,
  language: Language,
  names: ReadonlySet<string>,
): Dateline | null {
  const found = (dated.exec(line) ?? agency.exec(line))?.[0];
  if (found === undefined) return null;
  const between = separator.exec(line.slice(found.length)) ?? ["", ""];
  const [space, mark = ""] = between;
  const after = line.slice(found.length + space.length);
  if (after === "") return { dateline: found, byline: null, marks: toMarks(mark), rest: "" };

  const signed = cutByline(after, language, names);
  if (signed) {
    return { ...signed, dateline: found, marks: [...toMarks(mark), ...signed.marks] };
  }
  const isCut = startsSentence(after, language) || (mark !== "" && /^["“„»(]?\p{Lu}/u.test(after));
  return isCut ? { dateline: found, byline: null, marks: toMarks(mark), rest: after } : null;
}

const byWord = /^(?:Von|By|Text:|Autor:|Autorin:|Author:)\s+/u;

/** A byline that begins with "Von" or "By", alone on its line or glued to the first sentence. */
export function findByline(
  line: string,
  language: Language,
  names: ReadonlySet<string>,
): Dateline | null {
  const by = byWord.exec(line)?.[0];
  if (by === undefined) return null;
  const signed = cutByline(line.slice(by.length), language, names);
  return signed && { ...signed, dateline: null, byline: by + (signed.byline ?? "") };
}

function cutByline(text: string, language: Language, names: ReadonlySet<string>): Dateline | null {
  const known = leadingKnownName(text, names);
  const name = known ?? leadingName(text, language);
  if (name === null) return null;
  const [space = "", mark = ""] = separator.exec(text.slice(name.length)) ?? [];
  const rest = text.slice(name.length + space.length);
  const isDescribed = /^,\s/u.test(rest) && rest.length < 120 && !/[.!?…]["”“»«)]*$/u.test(rest);
  if (isDescribed) return { dateline: null, byline: text, marks: [], rest: "" };
  const isCut =
    rest === "" ||
    known !== null ||
    startsSentence(rest, language) ||
    (mark !== "" && /^["“„»(]?\p{Lu}/u.test(rest));
  return isCut && !/^[,;]/u.test(rest)
    ? { dateline: null, byline: name, marks: toMarks(mark), rest }
    : null;
}

function toMarks(mark: string): string[] {
  return mark === "" ? [] : [mark];
}

/** A capitalised function word. */
function startsSentence(text: string, language: Language): boolean {
  const word = /^["“„»]?(\p{Lu}\p{L}*)/u.exec(text)?.[1];
  return word !== undefined && isFunctionWord(word, language);
}
