import { type Language, languages, otherLanguage } from "../article/language";
import { splitSentences } from "../sentences/split-sentences";
import type { UnitRule } from "./context";
import type { Flaw } from "./flaw";

const anyQuote = /["„“”«»‚‘›‹]|(?<!\p{L})'|'(?!\p{L})|(?<!\p{L})’|’(?!\p{L})/u;

const says = {
  de: "sagen|rufen|sagt|sagte|sagten|meint|meinte|meinten|rief|riefen|fragt|fragte|fragten|antwortet|antwortete|erklärt|erklärte|flüsterte|murmelte|schrie|betonte|erwiderte|entgegnete|ergänzte|erzählte|berichtete|schrieb|warnte|versicherte|seufzte|brummte|lachte|nickte|bat|flehte|stammelte|befahl|verkündete|schimpfte|klagte|jubelte|bestätigte|mahnte|forderte|versprach|versprachen|drohte|scherzte|spottete|prahlte|jammerte|schluchzte|keuchte|stöhnte|wisperte|raunte|argumentierte|urteilte|knurrte|grinste|hauchte|zischte|brüllte|gestand|behauptete|wiederholte|bemerkte|kommentierte|dachte|heißt|hieß|steht|stand|lautet|lautete|räumte|räumt|gab|gibt|fügte|fügt|stellte|kündigte|lobte|kritisierte|beteuerte|bekräftigte|unterstrich|beklagte|bedauerte|konterte|unterbrach|drängte|bettelte|staunte|witzelte|höhnte|vermutete|hoffte|erinnerte|wunderte|ärgerte|freute",
  en: "say|says|said|asked|asks|cried|called|replied|answered|whispered|murmured|muttered|shouted|explained|added|remarked|told|insisted|warned|wrote|exclaimed|sighed|laughed|declared|stressed|announced|complained|admitted|confirmed|begged|ordered|stammered|grumbled|snapped|growled|hissed|yelled|commented|noted|observed|recalled|repeated|continued|demanded|protested|promised|threatened|joked|pleaded|urged|conceded|concluded|argued|boasted|agreed|wondered|suggested|gasped|screamed|sobbed|moaned|groaned|mocked|thought|reads|read|acknowledged|acknowledges|claimed|claims|hoped|interrupted|lamented|marvelled|praised|quipped|reckoned|regretted|retorted|warns",
};

/** Without the verbs of what is written somewhere: "The gravestone reads: …" need no marks. */
function spoken(verbs: string): string {
  const written = /^(?:heißt|hieß|steht|stand|lautet|lautete|schrieb|reads|read|wrote)$/u;
  return verbs
    .split("|")
    .filter((verb) => !written.test(verb))
    .join("|");
}

/** A clause that a speech verb follows, or that follows one and a colon. */
const speech = {
  de: new RegExp(
    `^(?<clause>.{2,}?)(?:[,!?]|[!?],) (?:${says.de})(?: \\p{L}|[.])|(?:${spoken(says.de)})(?: \\p{L}+){0,4}: (?<after>\\p{Lu}.*)$`,
    "u",
  ),
  en: new RegExp(
    `^(?<clause>.{2,}?)[,!?] (?:(?:${says.en}) \\p{L}|(?:\\p{L}+ ){1,4}(?:${says.en})(?=[ .,]))|(?:${spoken(says.en)})(?: \\p{L}+){0,4}[:,] (?<after>\\p{Lu}.*)$`,
    "u",
  ),
};

const reported =
  /\b(?:sei|seien|habe|werde|würde|könne|müsse|solle|wolle|dürfe|gebe|komme|gehe|hätte|hätten|wäre|wären|könnte|könnten|dass|stehe|bleibe|wisse|brauche|mache|liege|halte|lasse|bedeute|sehe|nehme)\b/u;

/** Direct speech that stands in quotation marks on the other side, and here in none: "The budget is sound, said the treasurer." */
export const findQuotesMissing: UnitRule = (unit) =>
  languages.flatMap((side) => {
    const other = otherLanguage(side);
    const [own, theirs] = [
      sentencesOf(unit[side].text, side),
      sentencesOf(unit[other].text, other),
    ];
    // Sentence by sentence where that is possible: only one of several may have lost its marks.
    if (own.length < 2 || own.length !== theirs.length)
      return missingIn({ text: unit[side].text, start: 0 }, unit[other].text, side);
    return own.flatMap((sentence, index) => missingIn(sentence, theirs[index]?.text ?? "", side));
  });

type Stretch = { readonly text: string; readonly start: number };

function sentencesOf(text: string, side: Language): Stretch[] {
  let start = 0;
  return splitSentences(text, side).map((sentence) => {
    const stretch = { text: sentence.trimEnd(), start };
    start += sentence.length;
    return stretch;
  });
}

function missingIn({ text, start }: Stretch, theirs: string, side: Language): Flaw[] {
  if (anyQuote.test(text)) return [];
  const mentioned = missingMention(text, start, theirs, side);
  if (mentioned.length > 0) return mentioned;
  const certain =
    (anyQuote.test(theirs) && literally[side].exec(text)) ||
    (pressed.quoted[otherLanguage(side)].test(theirs) && pressed.plain[side].exec(text));
  const named = certain ? certain.groups?.clause : undefined;
  if (named !== undefined) {
    const from = start + text.lastIndexOf(named);
    return [quotesLost(named, from, side)];
  }
  if (!quotesSpeech(theirs, otherLanguage(side))) return [];
  const groups = speech[side].exec(text)?.groups;
  const clause = groups?.clause ?? groups?.after;
  if (clause === undefined || (side === "de" && reported.test(text.replace(/\bich \p{L}+/giu, ""))))
    return [];
  return [quotesLost(clause, start + text.indexOf(clause), side)];
}

function quotesLost(clause: string, at: number, side: Language): Flaw {
  const [open, close] = side === "de" ? ["„", "“"] : ["“", "”"];
  return {
    rule: "quotes-missing",
    side,
    span: { start: at, end: at + clause.length },
    values: { text: clause },
    fix: `${open}${clause}${close}`,
  };
}

/** What is said of words, of short works, and what names somebody's own words: on both sides, and each with what follows. */
const mention: readonly Readonly<Record<Language, string>>[] = [
  {
    de: '(?:Wort|Wörter|Ausdruck|Begriff|Satz|Spruch|Motto|Stichwort|Ruf|Frage|Parole)(?: [„“»"]|,? )',
    en: "(?:word|words|term|expression|phrase|sentence|motto|slogan|saying|cry|question|keyword)(?: of)?,? ",
  },
  {
    de: "(?:Aufsatz|Essay|Artikel|Kapitel|Lied|Song|Gedicht|Vortrag|Erzählung|Kurzgeschichte|Schlager|Märchen|Überschrift|Titel|Abschnitt|Beitrag|Fabel|Ballade) ",
    en: "(?:essay|article|chapter|song|poem|lecture|talk|story|tale|heading|headline|title|section|headed|entitled|titled|called|fable|ballad|hymn) ",
  },
  {
    de: "(?:sprach|sprachen|spricht|sprechen|redete|war die Rede|nannte|nannten|nennt|bezeichnete|bezeichneten|bezeichnet|galt|beschrieb|beschrieben)(?: \\p{L}+){0,6}? ",
    en: "(?:spoke of|spoken of|speaks of|speak of|speaking of|talk of|talked of|called|calls|described|describes|dubbed|referred to|branded|labelled|dismissed)(?: \\p{L}+){0,5}? ",
  },
];

/** "heißt es wörtlich: Der Käufer …": whoever says that it is word for word quotes. */
const literally = {
  de: /(?<!\p{L})(?:wörtlich|wortwörtlich|im Wortlaut)[^:„“]{0,30}: (?<clause>\p{Lu}.*)$/u,
  en: /(?<!\p{L})(?:verbatim|word for word|literally|in these words)[^:“”]{0,30}[:,] (?<clause>\p{Lu}.*)$/u,
};

/** "drücken Sie auf „Weiter“", "press Continue": what stands on a button. */
const pressed = {
  quoted: {
    de: /(?<!\p{L})(?:[Dd]rück|[Kk]lick|[Tt]ipp|[Ww]ähl|[Bb]erühr)\p{L}*(?: [\p{L}„“]+){0,9}? [„“»"][^“”«"]{2,40}[“”«"]/u,
    en: /(?<!\p{L})(?:[Pp]ress|[Cc]lick|[Tt]ap|[Ss]elect|[Cc]hoose|[Tt]ouch)(?: on)? [“"][^”"]{2,40}[”"]/u,
  },
  plain: {
    de: /(?<!\p{L})(?:[Dd]rück|[Kk]lick|[Tt]ipp)\p{L}* (?:Sie )?(?:(?:dann|nun|jetzt|anschließend|zum Schluss) )?auf (?<clause>\p{Lu}\p{Ll}+)(?=[ .,])/u,
    en: /(?<!\p{L})(?:[Pp]ress|[Cc]lick|[Tt]ap|[Ss]elect|[Cc]hoose|[Tt]ouch)(?: on)? (?<clause>\p{Lu}\p{Ll}+)(?=[ .,])/u,
  },
};

/** Each kind of mention: how it is quoted there, and how it stands here. */
const mentions = mention.map((words) => ({
  quoted: {
    de: new RegExp(`(?<!\\p{L})${words.de}[„“»"‘‚]([^“”«"’]+)[“”«"’]`, "u"),
    en: new RegExp(`(?<!\\p{L})${words.en}[„“»"‘‚]([^“”«"’]+)[“”«"’]`, "u"),
  },
  plain: {
    de: new RegExp(`(?<!\\p{L})${words.de}`, "gu"),
    en: new RegExp(`(?<!\\p{L})${words.en}`, "gu"),
  },
}));

/** "the word Heimat", "the essay On Boredom", "spoke of a regrettable misunderstanding": quoted there and not here. */
function missingMention(text: string, start: number, theirs: string, side: Language): Flaw[] {
  if (!anyQuote.test(theirs)) return [];
  const other = otherLanguage(side);
  for (const [index, { quoted: quotedBy, plain }] of mentions.entries()) {
    const quoted = quotedBy[other].exec(theirs);
    const said = quoted?.[1]?.replace(/[,.]$/u, "");
    if (said === undefined) continue;
    for (const own of text.matchAll(plain[side])) {
      const from = own.index + own[0].length;
      const clause = unquoted(text.slice(from), said, index, other);
      if (clause === "") continue;
      const flaw = quotesLost(clause, start + from, side);
      // Where a title ends nobody can tell.
      const { fix, ...withoutFix } = flaw;
      return [clause === said ? flaw : withoutFix];
    }
  }
  return [];
}

/** What stands for it: a word that is the same in both languages; a title, which begins large; what somebody calls something, in two words at least. */
function unquoted(rest: string, said: string, kind: number, other: Language): string {
  if (kind <= 1 && rest.startsWith(said)) return said;
  if (kind === 0) return "";
  if (kind === 1) return /^\p{Lu}[\p{L}’-]*(?: [\p{L}’-]+)+/u.exec(rest)?.[0] ?? "";
  const isPhrase = / /u.test(said) || (other === "de" && said.length >= 10);
  return isPhrase ? (/^[^,.;:!?]+/u.exec(rest)?.[0] ?? "") : "";
}

const speechVerb = {
  de: new RegExp(`(?<!\\p{L})(?:${says.de})(?!\\p{L})`, "u"),
  en: new RegExp(`(?<!\\p{L})(?:${says.en})(?!\\p{L})`, "u"),
};

/** Has a quotation of some words, and a speech verb outside it. */
function quotesSpeech(text: string, side: Language): boolean {
  const quoted = /["„“»«‘](?:[^"“”»«’]|(?<=\p{L})’(?=\p{L})){1,}["“”»«’]/gu;
  const words = text.match(quoted) ?? [];
  // Two words, or one with a mark of its own: "Nein", sagte er.
  const isSpoken = words.some((each) =>
    /\p{L}+[ -]\p{L}+|[.,!?]["“”»«’]$|^["„“»«‘]\p{L}+["“”»«’]$/u.test(each),
  );
  if (!isSpoken) return false;
  const outside = text.replace(quoted, "…");
  return speechVerb[side].test(outside) || /(?<=^|…), so (?:der|die|das|\p{Lu})/u.test(outside);
}
