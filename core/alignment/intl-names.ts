import { stemEnglish } from "../text/stem-english";
import { stemGerman } from "../text/stem-german";

/** A name in both languages, as stems. */
export type NamePair = readonly [de: string, en: string];

const languageCodes =
  "ar bg bn cs cy da de el en es et fa fi fr ga he hi hr hu hy id is it ja ka ko ku la lt lv mk ms mt nl no pl ps pt ro ru sk sl sq sr sv sw th tr uk ur uz vi yi zh".split(
    " ",
  );

let names: readonly NamePair[] | undefined;

/** Countries, languages, months and weekdays in German and English, as the runtime's own tables (CLDR) have them; of one word each. */
export function intlNames(): readonly NamePair[] {
  names ??= writtenNames().map(([de, en]) => [
    stemGerman(de.toLowerCase()),
    stemEnglish(en.toLowerCase()),
  ]);
  return names;
}

function writtenNames(): NamePair[] {
  return [
    ...displayNames("region", regionCodes()),
    ...displayNames("language", languageCodes),
    ...calendarNames({ month: "long" }, 12, (index) => Date.UTC(2024, index, 15)),
    ...calendarNames({ weekday: "long" }, 7, (index) => Date.UTC(2024, 0, 1 + index)),
  ].filter((pair) => pair.every((name) => !name.includes(" ")));
}

function regionCodes(): string[] {
  const letters = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  return letters.flatMap((first) => letters.map((second) => first + second));
}

function displayNames(type: "region" | "language", codes: readonly string[]): NamePair[] {
  const options = { type, fallback: "none" } as const;
  const de = new Intl.DisplayNames("de", options);
  const en = new Intl.DisplayNames("en", options);
  return codes.flatMap((code): NamePair[] => {
    const pair = [de.of(code), en.of(code)];
    return pair[0] && pair[1] ? [[pair[0], pair[1]]] : [];
  });
}

function calendarNames(
  options: { readonly month: "long" } | { readonly weekday: "long" },
  count: number,
  momentOf: (index: number) => number,
): NamePair[] {
  const inZone = { ...options, timeZone: "UTC" } as const;
  const de = new Intl.DateTimeFormat("de", inZone);
  const en = new Intl.DateTimeFormat("en", inZone);
  return Array.from({ length: count }, (_, index) => [
    de.format(momentOf(index)),
    en.format(momentOf(index)),
  ]);
}
