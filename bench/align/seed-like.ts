import type { Lexicon } from "@/core/alignment/lexicon/lexicon";
import { type Language, languages } from "@/core/article/language";
import { readRawText } from "@/formats/raw-text/read-raw-text";
import type { Group } from "./read-beads";
import type { Case } from "./read-cases";
import type { Judged } from "./score-beads";

const headlines = [
  "What Remains When the Harbour Lights Go Out",
  "A Town Counts Its Losses, and Its Neighbours",
  "The Long Way Back From a Short Summer",
  "Nobody Asked the Bridge Keeper",
];
const credits = [
  "Marlene Osterkamp, Korrespondentin\n(Mitarbeit: Henning Vries)",
  "Text: Paula Ahrendt",
  "Jonas Wittkopf, freier Autor",
];

const excerptRows = 16;
const excerptsPerCase = 3;

const ended = /[.!?…]["'”“’‘»«›‹)\]]*$/u;

/**
 * Up to three stretches of a case, each of sixteen rows: articles of about forty sentences. Beads with a sentence that has no end mark are taken
 * out whole: collections of news hold the headlines of many articles, a document of this kind none within its running text.
 */
export function excerpts(each: Case): Case[] {
  const starts = Array.from({ length: excerptsPerCase }, (_, index) => index * excerptRows);
  return starts
    .filter((start) => start + excerptRows <= each.rows.length)
    .map((start) => excerpt(each, each.rows.slice(start, start + excerptRows)));
}

function excerpt(each: Case, rows: readonly Group[]): Case {
  const inRows = { de: indicesOf(rows, "de"), en: indicesOf(rows, "en") };
  const beads = each.beads.filter((bead) =>
    languages.every((side) =>
      bead[side].every(
        (index) => inRows[side].has(index) && ended.test(each.text[side].sentences[index] ?? ""),
      ),
    ),
  );
  // Translators leave out and add: every tenth sentence or so loses its partner, on one side or the other.
  const thinned = beads.map((bead, index) => {
    if (index % 23 === 7) return { de: bead.de, en: [] };
    return index % 19 === 11 ? { de: [], en: bead.en } : bead;
  });
  const kept = { de: [...indicesOf(thinned, "de")], en: [...indicesOf(thinned, "en")] };
  const cut = (side: Language) => ({
    sentences: kept[side].flatMap((index) => each.text[side].sentences[index] ?? []),
    paragraphs: kept[side].flatMap((index) => each.text[side].paragraphs[index] ?? []),
  });
  const moved = ({ de, en }: Group): Group => ({
    de: de.map((index) => kept.de.indexOf(index)),
    en: en.map((index) => kept.en.indexOf(index)),
  });
  const { name, family } = each;
  return {
    name,
    family,
    text: { de: cut("de"), en: cut("en") },
    beads: thinned.map(moved),
    rows: [],
  };
}

function indicesOf(groups: readonly Group[], side: Language): Set<number> {
  return new Set(groups.flatMap((group) => group[side]));
}

/**
 * A case as one raw document in the manner people bring them: the German half in its paragraphs, a credit line that only it has, label
 * lines, an English headline without a German one, and the whole English half in one paragraph.
 */
function seedLikeDocument({ text }: Case, number: number): string {
  const credit = credits[number % credits.length];
  const headline = headlines[number % headlines.length];
  const german = paragraphs(text.de).join("\n\n");
  return `${german}\n\n${credit}\n\n\nENGLISCH\n\nENGLISH\n\n${headline}\n\n${text.en.sentences.join(" ")}\n`;
}

function paragraphs(side: Case["text"]["de"]): string[] {
  const groups: string[][] = [];
  side.sentences.forEach((sentence, index) => {
    const isNew = index === 0 || side.paragraphs[index] !== side.paragraphs[index - 1];
    if (isNew) groups.push([sentence]);
    else groups.at(-1)?.push(sentence);
  });
  return groups.map((sentences) => sentences.join(" "));
}

/** Imports the document and says its beads in sentences of the gold; a bead that no gold sentences make up gets numbers that no gold has. */
export function judgeSeedLike(each: Case, number: number, lexicon: Lexicon | null): Judged {
  const bytes = new TextEncoder().encode(seedLikeDocument(each, number));
  const result = readRawText(bytes, { lexicon });
  if (!result.ok) return { gold: each.beads, proposed: [] };
  const places = {
    de: placesOf(result.sentences.de, each.text.de.sentences),
    en: placesOf(result.sentences.en, each.text.en.sentences),
  };
  const proposed = result.beads.map((bead): Group => {
    const [de, en] = languages.map((side) => goldSentences(bead[side], side, places));
    return { de: de ?? [], en: en ?? [] };
  });
  return { gold: each.beads, proposed };
}

/** Where a sentence of the import stands in the gold: counted in sentences, with fractions where it begins or ends within one. */
type Place = { readonly start: number; readonly end: number };

function placesOf(sentences: readonly string[], gold: readonly string[]): (Place | null)[] {
  const whole = gold.map(squeeze);
  const text = whole.join("");
  const ends: number[] = [];
  for (const sentence of whole) ends.push((ends.at(-1) ?? 0) + sentence.length);
  const toSentences = (offset: number) => {
    const index = ends.findIndex((end) => end >= offset);
    if (ends[index] === offset) return index + 1;
    return offset === 0 ? 0 : index + 0.5;
  };
  let from = 0;
  return sentences.map((sentence) => {
    const squeezed = squeeze(sentence);
    const start = text.indexOf(squeezed, from);
    if (start < 0) return null;
    from = start + squeezed.length;
    return { start: toSentences(start), end: toSentences(from) };
  });
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, "");
}

/** Sentences that are not in the gold (the headline, the credit line) are left out, so that alone they disturb nothing. */
function goldSentences(
  indices: readonly number[],
  side: Language,
  places: Readonly<Record<Language, readonly (Place | null)[]>>,
): number[] {
  const found = indices.map((index) => places[side][index] ?? null);
  const known = found.filter((place) => place !== null);
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return [];
  const isWhole = known.length === found.length || indices.length === 1;
  if (!isWhole || !Number.isInteger(first.start) || !Number.isInteger(last.end))
    return [-1 - first.start];
  return Array.from({ length: last.end - first.start }, (_, offset) => first.start + offset);
}
