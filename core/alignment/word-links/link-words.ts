import type { Language } from "../../article/language";
import { isFunctionWord } from "../../text/function-words";
import type { Lexicon } from "../lexicon/lexicon";
import { findSeparableVerbs } from "./separable-verbs";
import { splitTokens, type Token } from "./split-tokens";
import { type Strength, wordStrength } from "./word-strength";

/** Two words that translate each other, each by its place in its text: UTF-16 code units, `end` exclusive. */
export type WordLink = Readonly<Record<Language, { readonly start: number; readonly end: number }>>;

/**
 * Links the words of a passage and its translation. A word may have several partners: a compound all words that translate its parts, a separable verb
 * and its particle the same ones. Words that nothing speaks for stay without a link. Links come in order of the German side.
 *
 * Best first, one to one, after I. D. Melamed, "Models of Translational Equivalence among Words", Computational Linguistics 26(2), 2000; then
 * words beside links join them, after P. Koehn, F. J. Och and D. Marcu, "Statistical Phrase-Based Translation" (NAACL 2003), section 4.
 */
export function linkWords(de: string, en: string, lexicon: Lexicon | null): WordLink[] {
  const tokens = { de: splitTokens(de), en: splitTokens(en) };
  const verbs = findSeparableVerbs(tokens.de, lexicon);
  const strength = wordStrength(tokens.de, tokens.en, verbs, lexicon);
  const links = new Links(tokens.de.length, tokens.en.length);
  linkContent(tokens, strength, links);
  linkRest(tokens, strength, links);
  joinNeighbours(tokens, strength, links);
  fillGaps(tokens, links);
  for (const { verb, particle } of verbs) links.share(verb, particle);
  return links.list().flatMap(([german, english]) => {
    const from = tokens.de[german];
    const to = tokens.en[english];
    return from && to ? [{ de: placeOf(from), en: placeOf(to) }] : [];
  });
}

type Tokens = Readonly<Record<Language, readonly Token[]>>;

function placeOf({ start, end }: Token) {
  return { start, end };
}

class Links {
  readonly #ofGerman: Set<number>[];
  readonly #ofEnglish: Set<number>[];

  constructor(deLength: number, enLength: number) {
    this.#ofGerman = Array.from({ length: deLength }, () => new Set());
    this.#ofEnglish = Array.from({ length: enLength }, () => new Set());
  }

  add(de: number, en: number): void {
    this.#ofGerman[de]?.add(en);
    this.#ofEnglish[en]?.add(de);
  }

  german(de: number): ReadonlySet<number> {
    return this.#ofGerman[de] ?? none;
  }

  english(en: number): ReadonlySet<number> {
    return this.#ofEnglish[en] ?? none;
  }

  /** Both get what either has. */
  share(a: number, b: number): void {
    for (const en of [...this.german(a)]) this.add(b, en);
    for (const en of [...this.german(b)]) this.add(a, en);
  }

  list(): [de: number, en: number][] {
    return this.#ofGerman.flatMap((partners, de) =>
      [...partners].sort((a, b) => a - b).map((en): [number, number] => [de, en]),
    );
  }
}

const none: ReadonlySet<number> = new Set();

// Tuned on gold/tune.jsonl.
const limits = { content: 0.06, rest: 0.35, join: 0.2, distance: 0.35, nearness: 0.35 };

type Pair = { readonly de: number; readonly en: number; readonly score: number };

/** Words with a meaning of their own, the surest pairs first; of equals the one nearer to the diagonal. */
function linkContent(tokens: Tokens, strength: Strength, links: Links): void {
  const pairs: Pair[] = [];
  tokens.de.forEach((german, de) => {
    if (isFunctionWord(german.text, "de")) return;
    tokens.en.forEach((english, en) => {
      if (isFunctionWord(english.text, "en")) return;
      const lexical = strength(de, en);
      if (lexical <= 0) return;
      const apart = Math.abs(de / tokens.de.length - en / tokens.en.length);
      const score = lexical - limits.distance * apart;
      if (score >= limits.content) pairs.push({ de, en, score });
    });
  });
  linkBestFirst(pairs, links);
}

function linkBestFirst(pairs: Pair[], links: Links): void {
  pairs.sort((a, b) => b.score - a.score || a.de - b.de || a.en - b.en);
  for (const { de, en } of pairs) {
    if (links.german(de).size === 0 && links.english(en).size === 0) links.add(de, en);
  }
}

/** All other words, now that content words say where a translation is to be looked for. */
function linkRest(tokens: Tokens, strength: Strength, links: Links): void {
  const anchors = links.list();
  const pairs: Pair[] = [];
  for (let de = 0; de < tokens.de.length; de += 1) {
    if (links.german(de).size > 0) continue;
    for (let en = 0; en < tokens.en.length; en += 1) {
      if (links.english(en).size > 0) continue;
      const lexical = strength(de, en);
      if (lexical <= 0) continue;
      const score = Math.min(0.5, lexical) + limits.nearness * nearness(de, en, anchors, tokens);
      if (score >= limits.rest) pairs.push({ de, en, score });
    }
  }
  linkBestFirst(pairs, links);
}

/** 1 beside a link on both sides, falling with the distance to the nearest; below 0 far from all. */
function nearness(
  de: number,
  en: number,
  anchors: readonly (readonly [number, number])[],
  tokens: Tokens,
): number {
  if (anchors.length === 0) {
    return 1 - 4 * Math.abs(de / tokens.de.length - en / tokens.en.length);
  }
  let best = -1;
  for (const [german, english] of anchors) {
    const right = Math.abs(en - english - (de - german)) + 0.3 * Math.abs(de - german);
    best = Math.max(best, 1 - right / 4);
  }
  return best;
}

/** A word that is left beside a linked one takes part in the link where the lexicon says so: "Stadt|rat", "city council". */
function joinNeighbours(tokens: Tokens, strength: Strength, links: Links): void {
  for (let en = 0; en < tokens.en.length; en += 1) {
    if (links.english(en).size > 0) continue;
    let best: Pair | null = null;
    for (let de = 0; de < tokens.de.length; de += 1) {
      const score = strength(de, en);
      const isBeside = [...links.german(de)].some((other) => Math.abs(other - en) <= 2);
      if (isBeside && score >= limits.join && score > (best?.score ?? 0)) best = { de, en, score };
    }
    if (best) links.add(best.de, best.en);
  }
  for (let de = 0; de < tokens.de.length; de += 1) {
    if (links.german(de).size > 0) continue;
    let best: Pair | null = null;
    for (let en = 0; en < tokens.en.length; en += 1) {
      const score = strength(de, en);
      const isBeside = [...links.english(en)].some((other) => Math.abs(other - de) <= 2);
      if (isBeside && score >= limits.join && score > (best?.score ?? 0)) best = { de, en, score };
    }
    if (best) links.add(best.de, best.en);
  }
}

/** One word left between two links, and one between their partners: they can only mean each other. */
function fillGaps(tokens: Tokens, links: Links): void {
  for (let de = 0; de < tokens.de.length; de += 1) {
    const german = tokens.de[de];
    if (!german || links.german(de).size > 0 || isFunctionWord(german.text, "de")) continue;
    const before = [...links.german(de - 1)];
    const after = [...links.german(de + 1)];
    for (const left of before) {
      const en = left + 1;
      const english = tokens.en[en];
      const isGap = after.includes(en + 1) && links.english(en).size === 0;
      if (english && isGap && !isFunctionWord(english.text, "en")) links.add(de, en);
    }
  }
}
