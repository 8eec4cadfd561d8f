import type { Lexicon } from "../../alignment/lexicon/lexicon";
import type { Language } from "../../article/language";
import { isFunctionWord } from "../../text/function-words";
import { germanCardinal, germanOrdinal } from "../quantities/german-number";
import { knows, knowsCompound } from "../knows-word";
import { isTableName } from "./country-names";

/** A word that is written as a name. */
export type NameToken = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What it surely is, rather than a noun that no lexicon knows. */
  readonly isName: boolean;
};

const capitalised = /(?<![\p{L}\p{N}@./_])\p{Lu}[\p{L}\p{M}]*\p{Ll}[\p{L}\p{M}]*(?:['’]\p{Lu}\p{Ll}+)?/gu;
const nounEnding = /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|ismus|tät|täten|nis|nisse|tum|ling|linge|chen|lein|ment|mente|enz|enzen|anz|ik|iker|ikerin|ur|erei|ereien|eien|ier|eur|eure|loge|logen|logie|ist|isten|istin|innen|gramm|meter|zeug|werk|markt|haus|häuser|platz|plätze|straße|strasse|gasse|weg|hof|zeit|zeiten|arbeit|arbeiter|führer|leiter|spieler|bericht|recht|gesetz|preis|kreis|amt|stadt|kirche|schule|spiel|spiele|liga|partei|minister|ministerium|gericht|hand|mann|frau|leute|kind|kinder)s?$/u;
const titles = /(?:Herr|Herrn|Frau|Dr\.|Prof\.|Professor|Präsident|Präsidentin|Kanzler|Kanzlerin|Minister|Ministerin|Trainer|Trainerin|Sprecher|Sprecherin|König|Königin|Papst|St\.|Sankt|Doktor|Direktor|Schwester|Bruder|Tante|Onkel|Familie|General|Graf|Fürst|Torwart|Kapitän|Richter|Richterin|Anwalt|Rechtsanwalt|Regisseur|Regisseurin|Fräulein|Lehrer|Lehrerin|Pfarrer|nach|bei|von|aus) $/u;
const articles = /(?:^|\s|["„“(])(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|kein|keine|keinen|keinem|keiner|im|am|zum|zur|vom|beim|ins|ans|dieser|diese|dieses|diesen|diesem|jeder|jede|jedes|jeden|jedem|mein|meine|sein|seine|seinen|seinem|seiner|ihr|ihre|ihren|ihrem|ihrer|unser|unsere|alle|viele|einige|mehrere|manche|solche|beide|zwei|drei|vier|fünf|\d+|\p{Ll}+(?:e|en|er|es|em)) $/iu;

/** The words of a text that may be names: in English every capital within a sentence, in German what is no noun as far as can be told. */
export function nameCandidates(text: string, language: Language, lexicon: Lexicon | null): NameToken[] {
  return Array.from(text.matchAll(capitalised)).flatMap((match): NameToken[] => {
    const [word] = match;
    const start = match.index;
    const token = { text: word, start, end: start + word.length };
    const plain = word.replace(/[’']s?$/u, "");
    if (plain.length < 3 || isFunctionWord(plain, language)) return [];
    if (isTableName(plain, language)) return [{ ...token, isName: !isCalendar(plain) }];
    if (lexicon && knows(lexicon, plain, language)) return [];
    return language === "en" ? englishName(token, plain) : germanName(token, plain, text, lexicon);
  });
}

const calendar = /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|January|February|March|May|June|July|October|December|\p{Lu}\p{Ll}+tag|Mittwoch|Sonnabend|\p{Lu}\p{Ll}+day)s?$/u;

function isCalendar(word: string): boolean {
  return calendar.test(word);
}

type Token = Omit<NameToken, "isName">;

function englishName(token: Token, word: string): NameToken[] {
  const isDerived = /(?:ians?|ish|ese|ists?|ism|ings?|tion|ness|ment|ly|ed|ies|eenth|ieth|teen|ty|ability|phobia)$/u.test(word);
  return isCalendar(word) || isDerived ? [] : [{ ...token, isName: true }];
}

function germanName(token: Token, word: string, text: string, lexicon: Lexicon | null): NameToken[] {
  const before = text.slice(0, token.start);
  if (titles.test(before)) return [{ ...token, isName: true }];
  if (isCalendar(word) || nounEnding.test(word)) return [];
  const lower = word.toLowerCase();
  if (germanCardinal(lower) !== null || germanOrdinal(lower) !== null) return [];
  if (lexicon && knowsCompound(lexicon, word)) return [];
  return articles.test(before) ? [] : [{ ...token, isName: false }];
}
