import * as z from "zod/mini";
import { isLoneParticle } from "@/core/alignment/word-links/separable-verbs";
import { splitTokens } from "@/core/alignment/word-links/split-tokens";
import { sentencesIn } from "@/core/annotation/describe-anchor";
import { findTwin } from "@/core/annotation/find-twin";
import { quoteOf, type SideText } from "@/core/annotation/side-text";
import { wordTwin } from "@/core/annotation/word-twin";
import { type Language, otherLanguage } from "@/core/article/language";
import { dictionaryEntrySchema } from "@/core/dictionary/dictionary-entry";
import { type RankedEntry, rankByCounterpart } from "@/core/dictionary/rank-by-counterpart";
import { type LookedUp, placeOf } from "./looked-up";
import type { ReadingSides } from "./reading-sides";
import { sentenceRange } from "./sentence-range";
import { loadWordLinks } from "./use-word-links";

const answerSchema = z.object({ entries: z.array(dictionaryEntrySchema) });

/** The entries of the dictionary, what is meant here first. Fails where the server does not answer. */
export async function askDictionary(
  sides: ReadingSides,
  { side, range, words }: LookedUp,
  signal: AbortSignal,
): Promise<readonly RankedEntry[]> {
  const { text } = sides.current(side);
  const place = placeOf(text, range);
  const sentences = place ? [...sentencesIn(text, place.start, place.end)] : [];
  const particles =
    side === "de" && place ? particlesBehind(text, sentences[0] ?? "", place.end) : [];
  const query = new URLSearchParams({ language: side, words, particles: particles.join(",") });
  const response = await fetch(`/api/look-up?${query}`, { signal });
  if (!response.ok) throw new Error(`It was refused: ${response.status}`);
  const { entries } = answerSchema.parse(await response.json());
  return rankByCounterpart(entries, side, counterpartOf(sides, side, sentences));
}

/** The words that stand for these on the other side; none where they are not linked, or the links cannot be had. */
export async function linkedWords(
  sides: ReadingSides,
  { side, range }: LookedUp,
  versionId: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const own = sides.current(side).text;
  const place = placeOf(own, range);
  const [sentence] = place ? sentencesIn(own, place.start, place.end) : [];
  if (!place || sentence === undefined) return [];
  if (!sides.wordLinks.has(sentence)) await loadWordLinks(versionId, sides, [sentence], signal);
  const links = sides.wordLinks.get(sentence);
  const texts = { de: sides.current("de").text, en: sides.current("en").text };
  const ranges = (links && wordTwin(texts, links, side, place)) ?? [];
  return ranges.flatMap((one) => quoteOf(texts[otherLanguage(side)], one) ?? []);
}

const mostParticles = 5;

function particlesBehind(text: SideText, id: string, end: number): readonly string[] {
  const range = sentenceRange(text, id);
  const sentence = range && placeOf(text, range);
  if (!sentence) return [];
  const tokens = splitTokens(text.text.slice(sentence.start, sentence.end));
  return tokens
    .filter((token, at) => token.start >= end - sentence.start && isLoneParticle(tokens, at))
    .map((token) => token.text.toLowerCase())
    .slice(0, mostParticles);
}

function counterpartOf(sides: ReadingSides, side: Language, sentences: string[]): string {
  const { text } = sides.current(otherLanguage(side));
  const ids = findTwin({ side, sentences }, sides.beadOf);
  const quotes = ids.flatMap((id) => {
    const range = sentenceRange(text, id);
    return (range && quoteOf(text, range)) ?? [];
  });
  return quotes.join(" ");
}
