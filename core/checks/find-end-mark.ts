import { type Language, languages, otherLanguage } from "../article/language";
import { splitSentences } from "../sentences/split-sentences";
import { isFunctionWord } from "../text/function-words";
import type { Unit } from "./checked-document";
import type { Context, UnitRule } from "./context";
import type { Flaw } from "./flaw";

const closers = /[\s"“”„’‘'»«›‹)\]*]+$/u;

/** No mark at the end, a comma there, a question that became a statement, a full stop lost between two sentences. */
export const findEndMark: UnitRule = (unit, context) => {
  if (unit.isLine || unit.de.text === "" || unit.en.text === "") return [];
  return languages.flatMap((side) => [
    ...(isHeadline(unit, side, context) ? [] : wrongEnd(unit, side)),
    ...lostStop(unit, side),
    ...quotedQuestion(unit, side),
    ...innerQuestion(unit, side),
  ]);
};

const longDocument = 10;
const longestHeadline = 14;

/** In a document of some length a short paragraph of one sentence without a mark is a headline, whatever the other side makes of it. */
function isHeadline(unit: Unit, side: Language, { document }: Context): boolean {
  const [piece, second] = unit[side].pieces;
  if (document.units.length < longDocument || !piece || second) return false;
  const isAlone = piece.passage.sentences.length === 1;
  return isAlone && endMark(unit[side].text) === "" && words(unit[side].text) <= longestHeadline;
}

function wrongEnd(unit: Unit, side: Language): Flaw[] {
  const own = unit[side].text;
  const other = unit[otherLanguage(side)].text;
  const [mark, otherMark] = [endMark(own), endMark(other)];
  if (mark === null || otherMark === null || mark === otherMark) return [];
  const place = own.replace(closers, "").length;
  const flaw = (start: number, fix?: string): Flaw[] => [
    {
      rule: "end-mark",
      side,
      span: { start, end: place },
      values: { text: mark, other: otherMark },
      ...(fix !== undefined && { fix }),
    },
  ];
  const isSentence = /[.!?]/u.test(otherMark);
  if (isAddress(own, side) || (otherMark === "!" && mark === "" && isSign(own, side))) return [];
  if (mark === "" && isSentence && words(own) >= 3 && !/^\d/u.test(own))
    return isHeading(own, other, side)
      ? []
      : flaw(place, otherMark).map((each) => ({ ...each, habit: "no mark at the end" }));
  if (mark === "," && isSentence) return flaw(place - 1, otherMark);
  if (mark === ";" && isSentence) return flaw(place - 1, otherMark);
  if (mark === ":" && otherMark === "?") return flaw(place - 1);
  const questions = [isAsking(own, side), isAsking(other, otherLanguage(side))];
  if (otherMark === "?" && mark === "." && !isIndirect(own) && !isIndirect(other))
    return flaw(place - 1, "?");
  if (
    otherMark === "?" &&
    mark === "!" &&
    questions[0] &&
    !isExclaimed(lastSentence(own), side) &&
    !isIndirect(own)
  )
    return flaw(place - 1, "?");
  if (mark === "?" && otherMark === "!" && !questions.includes(true)) return flaw(place - 1, "!");
  if (
    mark === "?" &&
    otherMark === "." &&
    !questions.includes(true) &&
    !isIndirect(own) &&
    !isIndirect(other)
  )
    return flaw(place - 1, ".");
  return [];
}

/** "Dear colleagues," and "Liebe Kolleginnen und Kollegen!": letters begin with other marks. */
function isAddress(text: string, side: Language): boolean {
  if (words(text) > 8) return false;
  return side === "de"
    ? /^(?:Liebe[rs]?|Sehr geehrte[rs]?|Verehrte[rs]?|Hallo|Guten (?:Tag|Morgen|Abend)) /u.test(
        text,
      )
    : /^(?:My )?(?:Dear|Hello|Hi|Good (?:day|morning|evening|afternoon)|Ladies and gentlemen)\b/u.test(
        text,
      );
}

/** "Betreten verboten!", "No entry": what stands on signs. */
function isSign(text: string, side: Language): boolean {
  if (words(text) > 8) return false;
  return side === "de"
    ? /\b(?:verboten|untersagt|Vorsicht|Achtung|Kein|Keine|Bitte)\b/u.test(text)
    : /^(?:No|Caution|Danger|Beware|Warning|Attention|Do not|Please|Keep|Mind)\b/u.test(text);
}

/** The mark a text ends in; "" for a letter, `null` where it ends in something else ("…", a dash, an address). */
function endMark(text: string): string | null {
  const end = text.replace(closers, "");
  const mark = end.at(-1) ?? "";
  if (/[.!?,;:]/u.test(mark)) return /\.\.\.$|\p{L}\.\p{L}\.$/u.test(end) ? null : mark;
  return /[\p{L}\p{N}%°€]/u.test(mark) && !/\S+\.\S+$/u.test(end) ? "" : null;
}

function words(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0;
}

/** A headline has a mark in one language now and then: no small words, or most words written large. */
function isHeading(own: string, other: string, side: Language): boolean {
  const all = own.match(/\p{L}+/gu) ?? [];
  const small = all.filter((word) => isFunctionWord(word, side));
  const large = all.filter((word) => /^\p{Lu}/u.test(word));
  if (side === "en" && large.length > 0.6 * all.length) return true;
  return (
    small.length === 0 || (!/[.!?]/u.test(other.slice(0, -1)) && all.length < 5 && small.length < 2)
  );
}

function lastSentence(text: string): string {
  const sentences = text.split(/(?<=[.!?:]["“”’»«]?)\s+|\s?[–—]\s?|\s-\s/u);
  return (sentences.at(-1) ?? "").replace(/^[„“"»«‚‘–—\s-]+/u, "");
}

const asks = {
  de: /^(?:(?:(?:Und|Aber|Doch|Oder|Also|Denn),? )?(?:wer|wen|wem|wessen|was|wann|wo|woher|wohin|warum|weshalb|wieso|weswegen|wie|welche[rsmn]?|womit|wozu|worauf|woran|wodurch|worüber|wovon|wofür|mit (?:wem|welche[rsmn])|von (?:wem|welche[rsmn])|für (?:wen|welche[rsmn])|an (?:wen|wem)|auf (?:wen|welche[rsmn])|in welche[rsmn]|(?:bist|ist|sind|seid|war|waren|hast|hat|haben|habt|hatte|hatten|wird|werden|wirst|kann|kannst|können|könnt|könnte|könnten|soll|sollen|sollte|sollten|darf|dürfen|will|willst|wollen|wollt|möchten|möchtest|muss|müssen|gibt|geht|kommt|kommst|kommen|weiß|weißt|wissen|glaubst|glauben|siehst|sehen|hörst|hören|brauchst|brauchen|machst|machen|tut|tust|liegt|steht|stimmt|heißt|kennst|kennen|kennt|stehst|gehst|gehen|findest|finden|meinst|meinen|denkst|denken|bleibst|bleibt|bleiben|nimmst|nehmen|gehört|lohnt|reicht|gilt|dauert) (?:\p{Ll}|Sie|Ihr|[\p{L}]+ )))(?!\p{L}{0,3}\p{Lu}{2})/iu,
  en: /^(?:(?:and|but|so|or|then|well),? )?(?:(?:who|whom|whose|what|when|where|why|how|which|to whom|for whom|with whom|in which)(?!\p{L})|(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|shall|should|may|might|must|isn[’']t|aren[’']t|don[’']t|doesn[’']t|didn[’']t|won[’']t|can[’']t|haven[’']t|hasn[’']t) \p{L})/iu,
};

/** Whether a sentence is put as a question by its order of words. */
function isQuestion(sentence: string, side: Language): boolean {
  if (side === "en" && /^(?:what an?|such an?) \p{L}/iu.test(sentence)) return false;
  if (side === "de" && /^(?:was für|welch ein)/iu.test(sentence)) return false;
  return asks[side].test(sentence);
}

/** "Wer hätte das gedacht!", "How strange!": begins as a question and is a cry. */
function isExclaimed(sentence: string, side: Language): boolean {
  return side === "de"
    ? /^(?:wer|was|wie|welch)/iu.test(sentence)
    : /^(?:what an? |how (?!is|are|was|were|do|does|did|can|could|many|much|will|would|long|old|often|far|about)|who (?:would|could|knew|cares))/iu.test(
        sentence,
      );
}

function isAsking(text: string, side: Language): boolean {
  return isQuestion(lastSentence(text), side);
}

/** Asks for something, wonders, or asks by the way: the other language may do without the question mark. */
function isIndirect(text: string): boolean {
  return /\b(?:bitte|please|wonder\p{L}*|ask|asks|asked|fragen?|fragte?|fragt|frage mich|whether|nicht wahr|oder|gell|right|isn[’']t it|wüsste|you know|know|weiß|möchte|how about|what about|let[’']s)\b|^["„“]?Ob\b/u.test(
    text,
  );
}

/** "bis zum Morgen Einig wurde": where the other side has one sentence more, a capital that only a beginning explains. */
function lostStop(unit: Unit, side: Language): Flaw[] {
  const own = unit[side].text;
  const other = unit[otherLanguage(side)].text;
  if (sentenceEnds(own) >= sentenceEnds(other)) return [];
  const beginning =
    side === "de"
      ? /(?<=\p{Ll}{2}) (?=(?:Der|Die|Das|Ein|Eine|Er|Es|Wir|Ich|Und|Aber|Doch|Dann|Da|Als|Wenn|Im|In|Am|An|Auf|Mit|Nach|Bei|Für|Man|Niemand|Keiner|Nur|Noch|Auch|So|Dort|Dabei|Danach|Deshalb|Trotzdem|Jetzt|Nun|Vor|Seit|Von|Zu|Zum|Zur|Wer|Was|Wie|Kein|Keine|Alle|Viele|Einige|Schon|Erst|Dieser|Diese|Dieses|\p{Lu}\p{Ll}+(?:ig|lich|isch|los|sam|bar)) \p{Ll})/gu
      : /(?<=\p{Ll}{2}) (?=(?:The|A|An|He|She|It|We|They|And|But|Then|When|If|In|On|At|With|After|For|Nobody|No|None|Only|Even|So|There|This|That|These|Those|His|Her|Its|Their|Our|My|Your|You|Not|What|Who|How|All|Many|Some|Most|Now|Today|Since|As|By|From|To|Of|One|Once|Yet|However) [\p{Ll}])/gu;
  return Array.from(own.matchAll(beginning))
    .slice(0, 1)
    .map((match) => ({
      rule: "end-mark",
      side,
      span: { start: match.index, end: match.index + 1 },
      values: {
        text: own.slice(Math.max(0, match.index - 12), match.index + 12).trim(),
        other: ".",
      },
      fix: ". ",
    }));
}

function sentenceEnds(text: string): number {
  return (
    text.match(/(?:[.!?…:;]|,(?= (?:and|und) ))["“”’‘»«)]*(?=\s+["“„‘‚»«(]?[\p{Lu}\d]|\s*$)/gu)
      ?.length ?? 0
  );
}

/** "Why did he not call. I would like to know, too.": a question before the last sentence that ends in a full stop here only. */
function innerQuestion(unit: Unit, side: Language): Flaw[] {
  const language = otherLanguage(side);
  const own = splitSentences(unit[side].text, side);
  const theirs = splitSentences(unit[language].text, language);
  if (own.length < 2 || own.length !== theirs.length) return [];
  let end = 0;
  return own.slice(0, -1).flatMap((sentence, index): Flaw[] => {
    end += sentence.length;
    const other = theirs[index] ?? "";
    const place = end - sentence.length + sentence.replace(closers, "").length;
    const isLost =
      endMark(sentence) === "." &&
      endMark(other) === "?" &&
      isAsking(sentence.trim(), side) &&
      !isIndirect(sentence);
    if (!isLost) return [];
    const span = { start: place - 1, end: place };
    return [{ rule: "end-mark", side, span, values: { text: ".", other: "?" }, fix: "?" }];
  });
}

/** "“Are you coming.” she asked": a question in quotation marks that has lost its mark. */
function quotedQuestion(unit: Unit, side: Language): Flaw[] {
  const own = unit[side].text;
  const other = unit[otherLanguage(side)].text;
  if (own.includes("?") || !/\?["“”«»’]/u.test(other)) return [];
  const asked =
    /[.,!]?(["“”«»’]),? (?:(?:\p{L}+ ){0,3}(?:asked|inquired|wondered)|(?:fragte|fragten|fragt|erkundigte)\b)/u.exec(
      own,
    );
  if (!asked) return [];
  const start = asked.index;
  const end = start + (/^[.,!]/u.test(asked[0]) ? 1 : 0);
  return [
    {
      rule: "end-mark",
      side,
      span: { start, end: Math.max(end, start + 1) },
      values: { text: own.slice(start, end), other: "?" },
    },
  ];
}
