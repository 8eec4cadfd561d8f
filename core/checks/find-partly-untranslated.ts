import { type Language, languages, otherLanguage } from "../article/language";
import { isFunctionWord } from "../text/function-words";
import { languageEvidence } from "../text/identify-language";
import type { Unit } from "./checked-document";
import type { Context, UnitRule } from "./context";
import { isForeign } from "./find-untranslated";
import type { Flaw, Span } from "./flaw";
import { knows } from "./knows-word";

type Token = { readonly text: string; readonly start: number; readonly end: number };

/** Words of the other language within a side: "covered with ivy and" in a German sentence. What stands in quotation marks is quoted. */
export const findPartlyUntranslated: UnitRule = (unit, context) =>
  languages.flatMap((side): Flaw[] => {
    const { text } = unit[side];
    if (isForeign(text, side, context)) return [];
    const runs = foreignRuns(text, side, context);
    const spans = runs.length > 0 ? runs : leftWords(unit, side, context);
    return spans.map((span) => ({
      rule: "partly-untranslated",
      side,
      span,
      values: { text: text.slice(span.start, span.end) },
    }));
  });

/** Runs of words that only the other language has, held together by at least one of its small words. */
function foreignRuns(text: string, side: Language, context: Context): Span[] {
  const quoted = quotedSpans(text);
  const tokens = tokensOf(text).filter(
    ({ start }) => !quoted.some((span) => start >= span.start && start < span.end),
  );
  const runs: Span[] = [];
  let run: { tokens: Token[]; score: number; small: number } = { tokens: [], score: 0, small: 0 };
  const close = () => {
    const first = run.tokens[0];
    while (run.tokens.length > 0 && weight(run.tokens.at(-1)?.text ?? "", side, context) <= 0)
      run.tokens.pop();
    const last = run.tokens.at(-1);
    const isName = run.tokens.every(({ text: word }) => /^\p{Lu}/u.test(word) || word.length < 4);
    if (first && last && run.small >= 1 && run.score >= 4 && run.tokens.length >= 3 && !isName)
      runs.push({ start: first.start, end: last.end });
    run = { tokens: [], score: 0, small: 0 };
  };
  tokens.forEach((token, index) => {
    const isJoined =
      /[-/]/u.test(text.charAt(token.start - 1)) || /[-/]/u.test(text.charAt(token.end));
    const value = isJoined ? 0 : weight(token.text, side, context);
    const before = tokens[index - 1];
    const isApart = before && /["“”„«»()[\]:]/u.test(text.slice(before.end, token.start));
    if (isApart) close();
    if (value > 0) {
      run.tokens.push(token);
      run.score += value;
      if (value >= 2) run.small += 1;
    } else if (value === 0 && run.tokens.length > 0) run.tokens.push(token);
    else close();
  });
  close();
  return runs;
}

/** Above 0 for a word of the other language, below 0 for one of this language, 0 where both or neither may have it. */
function weight(word: string, side: Language, { lexicon, knowsGerman }: Context): number {
  const other = otherLanguage(side);
  const lower = word.toLowerCase();
  const [own, foreign] = [isFunctionWord(lower, side), isFunctionWord(lower, other)];
  if (foreign && !own) return /^\p{Lu}/u.test(word) && word.length < 4 ? 0 : 2;
  if (own) return foreign ? 0 : -2;
  if (!lexicon) return Math.sign(languageEvidence(word).german) * (side === "de" ? -1 : 1);
  const ownKnown = side === "de" ? knowsGerman(word) : knows(lexicon, word, "en");
  const foreignKnown = other === "de" ? knowsGerman(word) : knows(lexicon, word, "en");
  if (foreignKnown !== ownKnown) return foreignKnown ? 1 : -1;
  if (/^\p{Lu}/u.test(word)) return 0;
  const evidence = languageEvidence(word).german * (side === "de" ? -1 : 1);
  return ownKnown ? -0.5 : Math.sign(evidence);
}

function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(/\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/gu), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function quotedSpans(text: string): Span[] {
  return Array.from(
    text.matchAll(
      /„[^“”"]*[“”"]|“[^”“]*”|"[^"]*"|«[^»]*»|»[^«]*«|‚[^‘]*‘|(?<!\p{L})‘[^’]*’(?!\p{L})|\([^)]*\)/gu,
    ),
    (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }),
  );
}

const german = /(?:ungen|heiten|keiten|schaften|eien|ung|heit|keit|schaft|nisse|innen)$/u;
// Words about words: what follows one is meant as a word.
const mentions =
  /\b(?:word|term|called|name|phrase|expression|Wort|Ausdruck|Begriff|genannt|heißt|namens|German|known as|so-called)\b/u;

/** A German noun that stands in the English sentence as it stands in the German one, although a lexicon has it: "in the Webereien". */
function leftNouns(
  unit: Unit,
  side: Language,
  { lexicon, document, knowsGerman }: Context,
): Span[] {
  if (!lexicon || side !== "en" || mentions.test(unit.en.text)) return [];
  const { text } = unit.en;
  const quoted = quotedSpans(text);
  const inGerman = new Set(tokensOf(unit.de.text).map((token) => token.text));
  return tokensOf(text).flatMap((token): Span[] => {
    const { text: word, start, end } = token;
    if (!/^[A-Za-zÄÖÜäöüß]{4,}$/u.test(word) || !inGerman.has(word)) return [];
    if (!isLeftNoun(text, token) && !isCommonNoun(unit.de.text, text, token)) return [];
    if (quoted.some((span) => start >= span.start && start < span.end)) return [];
    if (knows(lexicon, word, "en") || kept.has(word)) return [];
    // What stands so in other sentences too is a name, or a word that was kept on purpose.
    const isKept = document.units.some((each) => each !== unit && each.en.text.includes(word));
    const isGerman =
      german.test(word.toLowerCase()) ||
      (/^\p{Lu}/u.test(word) &&
        (knows(lexicon, word, "de") ||
          (!place.test(word) && knowsGerman(word) && hasArticle(unit.de.text, word))));
    return isGerman && !isKept ? [{ start, end }] : [];
  });
}

/** An article or a preposition before it and no name or bracket beside it. */
function isLeftNoun(text: string, { text: word, start, end }: Token): boolean {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const isNamed =
    (/\p{Lu}[\p{L}.]*[ -]$/u.test(before) &&
      !(word.length > 8 && /(?:^|[.!?:] )\p{Lu}\p{Ll}{1,4} $/u.test(before))) ||
    /^[ -]\p{Lu}/u.test(after) ||
    /^,? \(/u.test(after) ||
    /[-/]$/u.test(before) ||
    /^[-/]/u.test(after);
  if (isNamed) return false;
  return /\b(?:the|a|an|their|his|her|its|our|these|those|many|some|each|every|any|no|all|both|two|three|four|five|six|seven|eight|nine|ten|twelve) $/iu.test(
    before,
  );
}

const article =
  /(?<!\p{L})(?:[Dd](?:er|ie|as|en|em|es)|[Ii]m|[Aa]m|[Zz]u[mr]|[Vv]om|[Bb]eim|[Ii]ns|[Jj]ede[mnrs]?|[Kk]?[Ee]ine?[mnrs]?|(?:[Mm]|[Dd]|[Ss])eine?[mnrs]?|[Ii]hre?[mnrs]?|[Uu]nsere?[mnrs]?) $/u;

function hasArticle(german: string, noun: string): boolean {
  for (let at = german.indexOf(noun); at >= 0; at = german.indexOf(noun, at + 1)) {
    const isWord = !/^\p{L}/u.test(german.slice(at + noun.length));
    if (isWord && article.test(german.slice(0, at))) return true;
  }
  return false;
}

/** Ends of the names of streets and places. */
const place =
  /(?:straße|strasse|weg|platz|gasse|berg|fels|feld|burg|tal|see|bach|hof|haus|dorf|stadt|markt|brücke?|kirche|turm|tor|park|allee|ring|ufer|steig|stein|heim|hausen|ung)s?$/u;

/** "Im Herbst", "in Herbst": a noun with its article in German is no name, although it stands after a bare preposition here. */
function isCommonNoun(german: string, english: string, { text, start, end }: Token): boolean {
  return (
    hasArticle(german, text) &&
    /(?<!\p{L})(?:in|on|at|from|for|with|without|of|into|under|over|after|before|during|and|die|der|das) $/iu.test(
      english.slice(0, start),
    ) &&
    !/^[ -]\p{Lu}|^[-/]|^,? \(/u.test(english.slice(end))
  );
}

/** German words that English keeps. */
const kept = new Set(
  "Bundesrat Bundestag Bundesliga Bundeswehr Bundesbank Landtag Autobahn Oktoberfest Kindergarten Zeitgeist Weltanschauung Schadenfreude Wanderlust Wehrmacht Reichstag Luftwaffe Gestapo Energiewende Mittelstand Gymnasium Volkswagen Gemütlichkeit Weltschmerz Realpolitik Ostpolitik Kristallnacht Anschluss Lebensraum Leitmotiv Doppelgänger Poltergeist Rathaus Biergarten Frankfurter Hamburger Strudel Schnitzel Sauerkraut Bratwurst Dirndl Lederhosen Glühwein Christkindlmarkt Bildungsroman Gesamtkunstwerk Hausfrau Wunderkind Sachertorte Stolpersteine Stolperstein Willkommenskultur Spitzenkandidat Länder Landkreis Kanzler Führer Lieder Bergfried Schrebergarten Heimat Kaiser Spiegel Zeit Stern Welt Bild".split(
    " ",
  ),
);

const namePart =
  /^(?:und|and|of|the|der|die|das|des|dem|den|für|for|am|im|in|an|auf|von|zu|zum|zur|bei|mit|with|at|by|from|to)$/u;

/** Words that stand on both sides as they are, and that only the other language has: "der Text ist wrong". */
function leftWords(unit: Unit, side: Language, context: Context): Span[] {
  const nouns = leftNouns(unit, side, context);
  if (nouns.length > 0 || !context.lexicon || mentions.test(unit[side].text)) return nouns;
  const { text } = unit[side];
  const quoted = quotedSpans(text);
  const there = new Set(tokensOf(unit[otherLanguage(side)].text).map((token) => token.text));
  const tokens = tokensOf(text);
  const isLeft = tokens.map((token, index) => {
    const { text: word, start, end } = token;
    const beside = [tokens[index - 1], tokens[index + 1]];
    if (!there.has(word) || word.length < 2 || !/^\p{Ll}/u.test(word)) return false;
    if (quoted.some((span) => start >= span.start && start < span.end)) return false;
    if (/[-/@._#*]$/u.test(text.slice(0, start)) || /^[-/@_]|^\.\p{L}/u.test(text.slice(end)))
      return false;
    // "Bed and Breakfast", "Harlan und Söhne": part of a name.
    const isNamed =
      namePart.test(word) &&
      beside.some((each) => each && /^\p{Lu}/u.test(each.text) && there.has(each.text));
    if (isNamed) return false;
    if (!isOnlyForeign(word, side, context)) return false;
    if (unmistakable[otherLanguage(side)].has(word)) return true;
    // What stands so in other sentences too was kept on purpose: the name of a program.
    return !context.document.units.some(
      (each) => each !== unit && tokensOf(each[side].text).some((other) => other.text === word),
    );
  });
  const first = isLeft.indexOf(true);
  if (first < 0) {
    const pair = englishPair(unit, side, context);
    return pair ? [pair] : [];
  }
  let last = first;
  while (isLeft[last + 1]) last += 1;
  const words = tokens.slice(first, last + 1);
  // German borrows English words one at a time ("live", "support"), English hardly ever.
  const isTelling = words.some(({ text: word }) => unmistakable[otherLanguage(side)].has(word));
  const phrase = isTelling
    ? null
    : (sharedPhrase(unit, side, tokens, isLeft, context) ?? englishPair(unit, side, context));
  if (phrase) return [phrase];
  const isNoun = words.length === 1 && words[0] !== undefined && standsForNoun(text, words[0]);
  const isAdjective =
    words.length === 1 && words[0] !== undefined && standsForAdjective(text, words[0]);
  const mayStand = side === "de" ? !isAdjective : words.every((word) => word.text.length < 4);
  if (!isTelling && !isNoun && mayStand) return [];
  return [{ start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 }];
}

/** "ein kleiner lever, mit": a noun's place, and no German noun is written small. */
function standsForNoun(text: string, { start, end }: Token): boolean {
  return (
    /(?<!\p{L})(?:der|die|das|dem|den|des|ein|eine|einen|einem|einer|kein|keine|keinen|im|am|zum|zur|vom|(?:[mds]ein|[Ii]hr|unser|euer)e?[nmrs]?|mit|ohne|für|aus|von) (?:\p{Ll}+(?:e|en|er|es|em) )?$/u.test(
      text.slice(0, start),
    ) &&
    /^(?:[,.;:!?]|\s(?:und|oder|mit|von|für|auf|in|aus|ist|war|wird|des|der|nicht|noch|auch|hat|sind|haben)\b)/u.test(
      text.slice(end),
    )
  );
}

/** "sehr tired nach", "ist useful.": said of something, with an end that no German adjective has. */
function standsForAdjective(text: string, { text: word, start }: Token): boolean {
  return (
    /(?:ed|ly|ful|ous|ght|able|less|ant)$/u.test(word) &&
    /(?<!\p{L})(?:sehr|so|zu|ganz|recht|ziemlich|wirklich|nicht|ist|sind|war|waren|wird|wurde) $/u.test(
      text.slice(0, start),
    )
  );
}

/** "denn die narrow streets sind", "die Taste Reset button": two English words beside each other as English has them; a German noun is not written small. */
function englishPair(unit: Unit, side: Language, context: Context): Span | null {
  const { lexicon, knowsGerman } = context;
  if (side !== "de" || !lexicon) return null;
  const { text } = unit.de;
  const quoted = quotedSpans(text);
  const tokens = tokensOf(text);
  for (const [index, second] of tokens.entries()) {
    const first = tokens[index - 1];
    if (!first || text.slice(first.end, second.start) !== " ") continue;
    const words = text.slice(first.start, second.end).toLowerCase();
    // A capital there, too, is a name's.
    if (!unit.en.text.includes(words)) continue;
    const isPlain =
      /^\p{L}{3,}$/u.test(first.text) &&
      /^\p{Ll}{3,}$/u.test(second.text) &&
      !/[-/@._#*]$/u.test(text.slice(0, first.start)) &&
      !/^[-/@_]/u.test(text.slice(second.end)) &&
      !quoted.some((span) => first.start >= span.start && first.start < span.end);
    if (!isPlain || isFunctionWord(first.text.toLowerCase(), "de")) continue;
    const isEnglish =
      knows(lexicon, second.text, "en") &&
      !knowsGerman(second.text) &&
      !isFunctionWord(second.text, "de") &&
      (knows(lexicon, first.text.toLowerCase(), "en") ||
        (/^\p{Lu}/u.test(first.text) && !knowsGerman(first.text)));
    if (!isEnglish) continue;
    const isSaidThere = new RegExp(`(?<!\\p{L})${words}(?!\\p{L})`, "u").test(unit.en.text);
    const isKept = context.document.units.some(
      (each) => each !== unit && each.de.text.toLowerCase().includes(words),
    );
    if (isSaidThere && !isKept) return { start: first.start, end: second.end };
  }
  return null;
}

/** "selten, seldom in coin, und": words in a row as the other side has them, two of them only its own. */
function sharedPhrase(
  unit: Unit,
  side: Language,
  tokens: readonly Token[],
  isLeft: readonly boolean[],
  { lexicon, knowsGerman }: Context,
): Span | null {
  const mayBeLeft = ({ text }: Token) =>
    /^\p{Ll}{4,}$/u.test(text) &&
    !isFunctionWord(text, side) &&
    (side === "en" ? knowsGerman(text) : lexicon !== null && knows(lexicon, text, "en"));
  const theirs = unit[otherLanguage(side)].text;
  for (let from = isLeft.indexOf(true); from >= 0; from = isLeft.indexOf(true, from + 1)) {
    for (let to = Math.min(tokens.length - 1, from + 6); to > from; to -= 1) {
      const span = { start: tokens[from]?.start ?? 0, end: tokens[to]?.end ?? 0 };
      const count = tokens.slice(from, to + 1).filter(mayBeLeft).length;
      const last = tokens[to];
      if (!last || to - from < 2 || !mayBeLeft(last) || count < 2 || 2 * count < to - from + 1)
        continue;
      const words = unit[side].text.slice(span.start, span.end);
      if (/^[\p{L}’ ]+$/u.test(words) && theirs.includes(words)) return span;
    }
  }
  return null;
}

/** Small words that are none of the other language and part of no borrowed phrase. */
const unmistakable: Readonly<Record<Language, ReadonlySet<string>>> = {
  de: new Set(
    "und oder nicht für mit auf ist sind eine einen einer im zum zur dass wird wurde aber auch bei nach wenn weil über durch sich noch sehr nur wie haben hatte kein keine neu immer schon heute gestern hier dort jetzt wieder mehr viel ganz gern bereits etwa jede jeder jedes seine ihre diese dieser dieses".split(
      " ",
    ),
  ),
  en: new Set(
    "the and with although because which this that from they their have would were is are but while than about whether through between could should however therefore moreover meanwhile instead already always never without after before into your our been being it’s when where who why how there not only some any every each another other".split(
      " ",
    ),
  ),
};

function isOnlyForeign(word: string, side: Language, { lexicon, knowsGerman }: Context): boolean {
  if (!lexicon) return false;
  const other = otherLanguage(side);
  if (unmistakable[other].has(word)) return true;
  if (isFunctionWord(word, side)) return false;
  if (isFunctionWord(word, other)) return side === "en" && word.length >= 4;
  const own = side === "de" ? knowsGerman(word) : knows(lexicon, word, "en");
  const foreign = other === "de" ? knowsGerman(word) : knows(lexicon, word, "en");
  // "grub" and "perl" are known to German dictionaries too: only what is German by its looks.
  const isMarked =
    side === "de" ||
    /[äöüß]|(?:en|es|em|ung|lich|isch|ische[nrs]?|heit|keit|te|ten|ige[nrs]?)$/u.test(word);
  return foreign && !own && word.length >= 4 && isMarked;
}
