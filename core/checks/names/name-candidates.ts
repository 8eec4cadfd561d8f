import type { Lexicon } from "../../alignment/lexicon/lexicon";
import type { Language } from "../../article/language";
import { isFunctionWord } from "../../text/function-words";
import type { Context } from "../context";
import { knows } from "../knows-word";
import { germanCardinal, germanOrdinal } from "../quantities/german-number";
import { isTableName } from "./country-names";
import { isSharedName } from "./shared-names";

/** A word that is written as a name. */
export type NameToken = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What it surely is, rather than a noun that no lexicon knows. */
  readonly isName: boolean;
  /** What may as well be a noun: it is only compared with names spelled like it. */
  readonly isNounLike: boolean;
};

const capitalised =
  /(?<![\p{L}\p{N}@./_])\p{Lu}[\p{L}\p{M}]*\p{Ll}[\p{L}\p{M}]*(?:['’]\p{Lu}\p{Ll}+)?/gu;
const nounEnding =
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|ismus|tät|täten|nis|nisse|tum|ling|linge|chen|lein|ment|mente|enz|enzen|anz|ik|iker|ikerin|ur|erei|ereien|eien|ier|eur|eure|loge|logen|logie|ist|isten|istin|innen|gramm|meter|zeug|werk|markt|haus|häuser|platz|plätze|straße|strasse|gasse|weg|hof|zeit|zeiten|arbeit|arbeiter|führer|leiter|spieler|bericht|recht|gesetz|preis|kreis|amt|stadt|kirche|schule|spiel|spiele|liga|partei|minister|ministerium|gericht|hand|mann|frau|leute|kind|kinder)s?$/u;
const titles =
  /(?:Herr|Herrn|Frau|(?:Professor|Direktor|Doktor|Bürgermeister|Senator|Autor|Dirigent|Architekt|Inspektor|Kommissar|Staatsanwalt|Stadtrat|Landrat|Pastor|Botschafter)(?:in)?|Kommissarin|Oma|Opa|Großmutter|Großvater|Tante|Onkel|Vater|Mutter|Dr\.|Prof\.|Professor|Präsident|Präsidentin|Kanzler|Kanzlerin|Minister|Ministerin|Trainer|Trainerin|Sprecher|Sprecherin|König|Königin|Papst|St\.|Sankt|Doktor|Direktor|Schwester|Bruder|Tante|Onkel|Familie|General|Graf|Fürst|Torwart|Kapitän|Richter|Richterin|Anwalt|Rechtsanwalt|Regisseur|Regisseurin|Fräulein|Lehrer|Lehrerin|Pfarrer|sagte?|sagten|meinte|erklärte|fragte|rief|antwortete|betonte|erwiderte|murmelte|flüsterte|berichtete|schrieb) $/u;
const titlesOf = {
  de: titles,
  en: /(?:Mr|Mrs|Ms|Miss|Dr|Professor|Mayor|Grandma|Grandpa|Grandmother|Grandfather|Aunt|Uncle|Inspector|Pastor)\.? $/u,
};

const articles =
  /(?:^|\s|["„“(])(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|kein|keine|keinen|keinem|keiner|im|am|zum|zur|vom|beim|ins|ans|dieser|diese|dieses|diesen|diesem|jeder|jede|jedes|jeden|jedem|mein|meine|sein|seine|seinen|seinem|seiner|ihr|ihre|ihren|ihrem|ihrer|unser|unsere|alle|viele|einige|mehrere|manche|solche|beide|zwei|drei|vier|fünf|\d+|(?<adjective>\p{Ll}+(?:e|en|er|es|em))) $/iu;

/** The words of a text that may be names, `other` being its translation: in English every capital within a sentence, in German what is no noun as far as can be told. */
export function nameCandidates(
  text: string,
  language: Language,
  other: string,
  { lexicon, knowsGerman }: Pick<Context, "lexicon" | "knowsGerman">,
): NameToken[] {
  return Array.from(text.matchAll(capitalised)).flatMap((match): NameToken[] => {
    const [word] = match;
    const start = match.index;
    const token = { text: word, start, end: start + word.length };
    const plain = word.replace(/[’']s?$/u, "");
    if (isSharedName(plain)) return [{ ...token, isName: true, isNounLike: false }];
    if (
      plain.length < 3 ||
      isFunctionWord(plain, language) ||
      isPeople(plain, language) ||
      /\p{Lu}{2}|\p{Lu}$/u.test(plain)
    )
      return [];
    if (isTableName(plain, language))
      return isCalendar(plain) ? [] : [{ ...token, isName: true, isNounLike: false }];
    const isTitled = titlesOf[language].test(text.slice(0, start));
    if (isTitled) return [{ ...token, isName: true, isNounLike: false }];
    if (lexicon && knows(lexicon, plain, language))
      return language === "de" ? [{ ...token, isName: false, isNounLike: true }] : [];
    return language === "en"
      ? englishName(token, plain, text, other, lexicon)
      : germanName(token, plain, text, knowsGerman);
  });
}

/** Peoples and languages are put in other ways too often: "French President", "Frankreichs Präsident". */
function isPeople(word: string, language: Language): boolean {
  return language === "de"
    ? (/(?:isch\p{L}*|er(?:in|innen)?)$/u.test(word) &&
        !/^(?:Niger|Hannover)$/u.test(word) &&
        isTableName(word, "de")) ||
        /^Deutsch|isch(?:e[nrsm]?)?$/u.test(word)
    : /^(?:French|Dutch|Greeks?|Czechs?|Thai|Swiss|Welsh|Irish|Danes?|Finns?|Poles?|Swedes?|Turks?|Arabs?|Jews?|Scots?|Kurds?|Germans?|Romans?|Ottomans?)$|(?:ish|ese|icans?|\p{L}{4,}eans?|\p{L}{4,}ians?)$/u.test(
        word,
      ) &&
        !/^(?:Christian|Sebastian|Florian|Maximill?ian|Vivian|Lillian|Gillian|Kristian|Bastian)$/u.test(
          word,
        );
}

const calendar =
  /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|January|February|March|May|June|July|October|December|\p{Lu}\p{Ll}+tag|Mittwoch|Sonnabend|\p{Lu}\p{Ll}+day)s?$/u;

function isCalendar(word: string): boolean {
  return calendar.test(word);
}

type Token = Omit<NameToken, "isName" | "isNounLike">;

function englishName(
  token: Token,
  word: string,
  text: string,
  other: string,
  lexicon: Lexicon | null,
): NameToken[] {
  const isDerived =
    /(?:ish|ese|ists?|ism|ings?|tion|ness|ment|ly|ed|ies|eenth|ieth|teen|ty|ability|phobia)$/u.test(
      word,
    );
  // Cries, titles and heads of papers, which no dictionary has with a capital.
  const isNone =
    /^(?:Wow|Erm|Uhm?|Hmm?|Yeah|Okay|Manual|Empress|Emperor|Jubilant|Congress(?:wo)?man|Brotherhood|Saharan|Wherever|Metamorphosis)$/u.test(
      word,
    );
  if (isCalendar(word) || isDerived || isNone || isInTitle(token, text, other, lexicon)) return [];
  return [{ ...token, isName: true, isNounLike: false }];
}

const englishTitles =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Professor|President|King|Queen|Prince|Princess|Lady|Lord|Sir|Saint|St|Pope|Judge|General|Captain|Aunt|Uncle|Father|Mother|Sister|Brother|Chancellor|Minister|Senator|Coach|Detective|Inspector|Director)$/u;

/** "Palliative Care Director": capitals of a title, beside words that any dictionary has. */
function isInTitle(
  { start, end }: Token,
  text: string,
  other: string,
  lexicon: Lexicon | null,
): boolean {
  if (!lexicon) return false;
  const before = /(\p{Lu}\p{Ll}+)[ -]$/u.exec(text.slice(0, start))?.[1];
  const after = /^[ -](\p{Lu}\p{Ll}+)/u.exec(text.slice(end))?.[1];
  const isCommon = (word: string | undefined) =>
    word !== undefined &&
    !englishTitles.test(word) &&
    !isFunctionWord(word, "en") &&
    knows(lexicon, word, "en") &&
    !isTableName(word, "en") &&
    !other.includes(word);
  return isCommon(before) || isCommon(after);
}

function germanName(
  token: Token,
  word: string,
  text: string,
  knowsGerman: Context["knowsGerman"],
): NameToken[] {
  const before = text.slice(0, token.start);
  const nounLike: NameToken[] = [{ ...token, isName: false, isNounLike: true }];
  if (isCalendar(word)) return [];
  // Two capitals in a row are a name, or a name after what its bearer is: "Kronprinz Haakon".
  if (
    /\p{Lu}\p{Ll}+ $/u.test(before) &&
    !/(?:^|[.!?:] )\p{Lu}\p{Ll}+ $/u.test(before) &&
    !nounEnding.test(word) &&
    !knowsGerman(word)
  )
    return [{ ...token, isName: true, isNounLike: false }];
  if (nounEnding.test(word)) return nounLike;
  const lower = word.toLowerCase();
  if (germanCardinal(lower) !== null || germanOrdinal(lower) !== null) return [];
  if (knowsGerman(word)) return nounLike;
  // Forms of nouns, and at the head of a sentence of all other words, end so much oftener than names do.
  const isStart = before === "" || /[.!?:…]["“”’»]? $|["„“»]$/u.test(before);
  if (
    /(?:en|ern|end|ende|ender|iert|tes|ste|sten)$/u.test(word) ||
    (isStart && /(?:bar|sam|lich|ig|los|voll|wert|weise|mal|wärts|e)$/u.test(word))
  )
    return nounLike;
  if (
    /(?<!\p{L})(?:nach|aus|in|bei|von|bis|ab|Richtung) $/u.test(before) &&
    /^[.,;:!?]|^ (?:\p{Ll}|bis )|^$/u.test(text.slice(token.end))
  )
    return [{ ...token, isName: true, isNounLike: false }];
  const article = articles.exec(before);
  const adjective = article?.groups?.adjective;
  const isVerb =
    adjective !== undefined && (isFunctionWord(adjective, "de") || /te$/u.test(adjective));
  return article && !isVerb ? nounLike : [{ ...token, isName: false, isNounLike: false }];
}
