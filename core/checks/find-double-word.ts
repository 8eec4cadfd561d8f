import type { Language } from "../article/language";
import { isFunctionWord } from "../text/function-words";
import type { Passage } from "./checked-document";
import type { Context, PassageRule } from "./context";
import type { Flaw } from "./flaw";
import { knows } from "./knows-word";

/** Words that follow themselves in good sentences: "die, die die Glocke hörten", "that that", "had had", "how she did did not". */
const repeatable = {
  de: /^(?:der|die|das|dem|den|sie|ihr|was|wer|sein|sehr|ganz|so|nein|ja|viel|lange)$/u,
  en: /^(?:that|had|is|her|did|do|it|in|on|blah|bye|very|so|no|ha|knock|there|what|who|many|you|much|really|too|yes|then)$/u,
};

/** "the the", "sich sich"; names such as "Bora Bora" are capitalised. */
export const findDoubleWord: PassageRule = (passage, context) => {
  const { text, side, kind } = passage;
  if (kind === "code") return [];
  const expression =
    /(?<![\p{L}\p{N}'’-])(\p{L}\p{Ll}+|a)[ \u00a0\n]+(\p{L}\p{Ll}+|a)(?![\p{L}\p{N}'’-])/gu;
  const flaws: Flaw[] = [...doubledPhrases(passage), ...doubledWithComma(passage, context)];
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    const [whole, first = "", second = ""] = match;
    expression.lastIndex = match.index + first.length;
    if (first.toLowerCase() !== second.toLowerCase() || /^(?:x+)$/u.test(second)) continue;
    const isStart = /(?:^|[.!?:]["“”’»]? |["„“»])$/u.test(text.slice(0, match.index));
    if (/^\p{Lu}/u.test(second)) {
      if (!isDoubledCapital(first, second, passage, context)) continue;
    }
    // "das Leben leben": a noun and its verb.
    else if (/^\p{Lu}/u.test(first) && !isStart) continue;
    else if (isStart ? isCry(second, side) : isRight(text, match.index, whole.length, second, side))
      continue;
    flaws.push({
      rule: "double-word",
      side,
      span: { start: match.index, end: match.index + whole.length },
      values: { text: whole },
      fix: first,
    });
  }
  return flaws;
};

/** "Sehr sehr schön", "No no": said twice at the head of a sentence, on purpose. */
function isCry(word: string, side: Language): boolean {
  return side === "de"
    ? /^(?:sehr|ganz|so|nein|ja|viel|lange|gut|na|los|schnell|komm)$/u.test(word)
    : /^(?:blah|bye|very|so|no|ha|knock|there|many|much|really|too|yes|now|well|come|please|never)$/u.test(
        word,
      );
}

/** "Ihnen Ihnen", "Messung Messung"; "Bora Bora" is a name, and what the other side has twice too is meant. */
function isDoubledCapital(
  first: string,
  second: string,
  { side, ...passage }: Passage,
  { facing, lexicon }: Context,
): boolean {
  if (first !== second || /^(?:Sie|Ihr)$/u.test(first)) return false;
  if (facing({ side, ...passage }).some((other) => other.text.includes(`${first} ${second}`)))
    return false;
  // Within an English sentence a capital is a name's: "Camp Tap Tap".
  const isNoun = side === "de" && lexicon !== null && knows(lexicon, first, "de");
  return isFunctionWord(first, side) || isNoun;
}

const phrase =
  /(?<![\p{L}\p{N}'’-])((\p{L}+)[ \u00a0\n]+(\p{L}+))[ \u00a0\n]+\1(?![\p{L}\p{N}'’-])/giu;

/** "auf dem auf dem Dach"; "over and over and over" is meant. */
function doubledPhrases({ text, side }: Passage): Flaw[] {
  return Array.from(text.matchAll(phrase)).flatMap((match): Flaw[] => {
    const [whole, once = "", first = "", second = ""] = match;
    const isJoined = /^(?:and|und|or|oder|für|by|nach|um|to)$/iu.test(second);
    // "What she did she did well": two clauses.
    if (isTwoClauses(first, text.slice(0, match.index))) return [];
    const isSmall = [first, second].some((word) => isFunctionWord(word, side));
    if (isJoined || !isSmall || first.toLowerCase() === second.toLowerCase()) return [];
    return [
      {
        rule: "double-word",
        side,
        span: { start: match.index, end: match.index + whole.length },
        values: { text: whole },
        fix: once,
        // Speech that was written down as it was spoken is full of them.
        habit: "phrases said twice",
      },
    ];
  });
}

/** "selbsttätig, selbsttätig, sobald": said once on the other side, where "weiter, weiter" has its counterpart said twice. */
function doubledWithComma(passage: Passage, { facing }: Context): Flaw[] {
  const isMeant = facing(passage).some(({ text }) => twiceWithMark.test(text));
  if (isMeant) return [];
  return Array.from(passage.text.matchAll(commaDoubled)).flatMap((match): Flaw[] => {
    const [whole, word = ""] = match;
    const isCalled = word.length < 7 || isFunctionWord(word, passage.side) || called.test(word);
    if (isCalled || /["“”„‚‘’]/u.test(passage.text)) return [];
    return [
      {
        rule: "double-word",
        side: passage.side,
        span: { start: match.index, end: match.index + whole.length },
        values: { text: whole },
        fix: word,
      },
    ];
  });
}

const commaDoubled = /(?<![\p{L}\p{N}'’-])(\p{Ll}+), \1(?=[,. ])/gu;
// What is said twice to say it more strongly.
const called =
  /^(?:langsam|niemals|endlich|nirgends|wirklich|unendlich|irgendwo|überall|nowhere|forever|further|nothing|quickly|slowly|finally|perhaps|already|everywhere|farther|quietly|vielleicht|plötzlich|vergebens)$/u;
const twiceWithMark = /(?<!\p{L})(\p{L}+)[,!.]? (?:and |und )?\1(?!\p{L})/iu;

function isTwoClauses(first: string, before: string): boolean {
  return (
    /^(?:I|you|he|she|it|we|they|ich|du|er|sie|es|wir|ihr)$/u.test(first) &&
    /\b(?:what|whatever|all|everything|how|where|was|wie|alles|wo) $/iu.test(before)
  );
}

const pronouns =
  /^ (?:the|a|an|his|her|its|their|our|my|your|he|she|it|we|they|you|I|there|these|those)\b/u;
const conjunction =
  /(?:^|[,;:–—] |\b(?:dass|ob|wenn|weil|als|wie|und|oder|bevor|damit|während|nachdem|was|wo|denn|ist|sind|war|waren) )$/iu;
/** "die Stadt, aus der der Zug kam": a preposition only where a clause begins with it. */
const relative =
  /[,;:–—] (?:in|mit|auf|an|bei|von|aus|für|nach|zu|um|unter|über|vor|gegen|durch|ohne) $/iu;

type Told = (before: string, after: string) => boolean;

/** What must stand about small words for their repetition to mean something: "gave her her coat", "moved on on Monday". */
const rightEnglish: ReadonlyMap<string, Told> = new Map<string, Told>([
  [
    "her",
    (before) =>
      /\b(?:g[ai]v(?:e|es|en|ing)|t(?:old|ells?)|hand(?:s|ed)?|show(?:s|ed|n)?|br(?:ings?|ought)|sen[dt]s?|offer(?:s|ed)?|cost|len[dt]|taught|ask(?:s|ed)?|ma[dk]es?|cost|read|to|of|for) $/iu.test(
        before,
      ),
  ],
  [
    "it",
    (_, after) =>
      /^(?:['’]| (?:is|was|has|had|will|would|can|could|may|might|seems?)\b)/u.test(after),
  ],
  [
    "on",
    (before) =>
      /\b(?:go(?:es|ing|ne)?|went|carr(?:y|ies|ied)|mov(?:e|es|ed|ing)|h[eo]ld|keeps?|kept|com(?:e|es|ing)|came|gets?|got|liv(?:e|es|ed)|log(?:ged)?|sign(?:ed)?|turn(?:ed|s)?|switch(?:ed)?|later|early|hang|hung|drag(?:ged)?|pass(?:ed)?|read|walk(?:ed)?|tak(?:e|en)|took|put|tried|try|spot) $/iu.test(
        before,
      ),
  ],
]);

/** Whether the sentence about it explains the repetition. */
function isRight(
  text: string,
  start: number,
  length: number,
  word: string,
  side: "de" | "en",
): boolean {
  if (!repeatable[side].test(word)) return false;
  const before = text.slice(0, start);
  const after = text.slice(start + length);
  // "said that that the daughter", "this is is nothing": nothing can be meant.
  if (side === "en" && word === "that") return !pronouns.test(after);
  // "much much better" is meant, "how much much this" is not.
  if (side === "en" && /^(?:much|many)$/u.test(word))
    return /^ (?:more|less|fewer|worse|better|too|later|\p{L}+er)\b/u.test(after);
  if (side === "en" && word === "is")
    return /\b(?:it|that|this|what|problem|thing|point|question) $/iu.test(before);
  if (side === "en" && word === "in")
    return (
      !/(?:^|[,;:] |\b(?:\p{L}+ly|is|are|was|were) )$/u.test(before) &&
      /\p{L} $/u.test(before) &&
      !/\b(?:traffic|the|and|but)\s$/iu.test(before)
    );
  const told = side === "en" ? rightEnglish.get(word) : undefined;
  if (told) return told(before, after);
  if (side === "de" && /^(?:der|die|das|den|dem)$/u.test(word)) {
    return conjunction.test(before) || relative.test(before);
  }
  return true;
}
