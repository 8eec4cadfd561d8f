import type { Language } from "../../article/language";

/** How each language says "of this country": stems in German, whole words in English, and what the country itself is called. */
const written: readonly (readonly [
  de: string,
  en: string,
  countryDe: string,
  countryEn: string,
])[] =
  `ägyptisch Egyptian Ägypt Egypt; belgisch Belgian Belgi Belgi; brasilianisch Brazilian Brasil Brazil; bulgarisch Bulgarian Bulgari Bulgari; chinesisch Chinese China China; dänisch Danish Dän Denmark|Dane; englisch English Engl|Brit Engl|Brit; estnisch Estonian Est Estoni; finnisch Finnish Finn Finn|Finland; französisch French Fran[kz] France|French; griechisch Greek Griech Gree; indisch Indian Ind India; irisch Irish Ir[el] Ire|Irish; isländisch Icelandic Isl Iceland; italienisch Italian Itali Ital; japanisch Japanese Japan Japan; kanadisch Canadian Kanad Canad; kroatisch Croatian Kroat Croat; lettisch Latvian Lett Latvi; litauisch Lithuanian Litau Lithuani; mexikanisch Mexican Mexik Mexic; niederländisch Dutch Niederl|Holl Dutch|Nether|Holl; norwegisch Norwegian Norweg Norw; österreichisch Austrian Österreich Austri; polnisch Polish Pol Pol; portugiesisch Portuguese Portugies|Portugal Portug; rumänisch Romanian Rumän R(?:o|u|ou)mani; russisch Russian Russ|Russl Russ; schottisch Scottish Schott Scot; schwedisch Swedish Schwed Swed; schweizerisch Swiss Schweiz Swiss|Switz; serbisch Serbian Serb Serb; slowakisch Slovak Slowak Slovak; slowenisch Slovenian|Slovene Slowen Sloven; spanisch Spanish Spani Spa; türkisch Turkish Türk Turk|Türk; tschechisch Czech Tschech Czech; ungarisch Hungarian Ungar Hungar; ukrainisch Ukrainian Ukrain Ukrain`
    .split("; ")
    .map((line) => {
      const [de = "", en = "", countryDe = "", countryEn = ""] = line.split(" ");
      return [de, en, countryDe, countryEn] as const;
    });

type Nationality = {
  readonly adjective: Readonly<Record<Language, RegExp>>;
  /** Any word that speaks of the country or its people. */
  readonly any: Readonly<Record<Language, RegExp>>;
};

export const nationalities: readonly Nationality[] = written.map(
  ([de, en, countryDe, countryEn]) => ({
    adjective: {
      de: new RegExp(`(?<![\\p{L}-])${de}(?:e[nrsm]?)?(?![\\p{L}-])`, "iu"),
      en: new RegExp(`(?<![\\p{L}-])(?:${en})(?![\\p{L}-])`, "u"),
    },
    any: {
      de: new RegExp(`(?<!\\p{L})(?:${countryDe}|${de})`, "iu"),
      en: new RegExp(`(?<!\\p{L})(?:${countryEn}|${en})`, "u"),
    },
  }),
);
