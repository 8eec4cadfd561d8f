import type { Article, Bead } from "../article/article";
import { type Language, otherLanguage } from "../article/language";
import type { Anchor } from "./annotation";
import { articleSideText } from "./article-side-text";
import { sentencesIn } from "./describe-anchor";
import { findTwin } from "./find-twin";
import { resolveAnchor } from "./resolve-anchor";
import { pointToOffset, type SideText } from "./side-text";
import { type BeadLinks, wordTwin } from "./word-twin";

/** A stretch of one side's text, in code units; `end` is exclusive. */
export type Span = { readonly start: number; readonly end: number };

/** Where a passage stands in an article, and its counterpart on the other side. */
export type LocatedPassage = Span & {
  readonly kind: "exact" | "moved";
  /** In reading order; sentences that follow each other are one stretch. */
  readonly counterpart: readonly Span[];
};

/**
 * Finds a passage in a version of its article; `null` when it is orphaned there. Its counterpart is the twin that somebody
 * corrected, as long as that has a place too; else, of a short passage, the words that are linked with it, where links of its
 * sentence are given; else what the beads say.
 */
export function locatePassage(
  article: Article,
  anchor: Anchor,
  twin: Anchor | null = null,
  links: SentenceLinks = noLinks,
): LocatedPassage | null {
  const text = articleText(article);
  const side = text.sides[anchor.side];
  const resolved = resolveAnchor(side, anchor);
  if (resolved.kind === "orphaned") return null;
  const start = pointToOffset(side, resolved.start) ?? 0;
  const end = pointToOffset(side, resolved.end) ?? start;
  return {
    kind: resolved.kind,
    start,
    end,
    counterpart:
      correctedTwin(text, twin) ??
      linkedTwin(text, anchor.side, { start, end }, links) ??
      counterpartOf(text, anchor.side, start, end),
  };
}

/** The word links of beads, by the sentences that stand in them. */
export type SentenceLinks = ReadonlyMap<string, BeadLinks>;

const noLinks: SentenceLinks = new Map();

function linkedTwin(
  { sides }: ArticleText,
  language: Language,
  passage: Span,
  links: SentenceLinks,
): readonly Span[] | null {
  const sentence = onlySentence(sides[language], passage);
  const bead = sentence && links.get(sentence);
  const ranges = bead && wordTwin(sides, bead, language, passage);
  if (!ranges) return null;
  const other = sides[otherLanguage(language)];
  return ranges.map(({ start, end }) => {
    const from = pointToOffset(other, start) ?? 0;
    return { start: from, end: pointToOffset(other, end) ?? from };
  });
}

/** The one sentence that a passage stands in; `null` where it stands in more. */
export function onlySentence(side: SideText, { start, end }: Span): string | null {
  const [sentence, ...others] = sentencesIn(side, start, end);
  return sentence && others.length === 0 ? sentence : null;
}

function correctedTwin({ sides }: ArticleText, twin: Anchor | null): readonly Span[] | null {
  if (!twin) return null;
  const side = sides[twin.side];
  const resolved = resolveAnchor(side, twin);
  if (resolved.kind === "orphaned") return null;
  const start = pointToOffset(side, resolved.start) ?? 0;
  return [{ start, end: pointToOffset(side, resolved.end) ?? start }];
}

/** The words of a counterpart; what does not follow each other is parted by an ellipsis. */
export function counterpartWords(article: Article, side: Language, spans: readonly Span[]): string {
  const { text } = articleText(article).sides[side];
  return spans.map(({ start, end }) => text.slice(start, end).trim()).join(" … ");
}

export type ArticleText = {
  readonly sides: Readonly<Record<Language, SideText>>;
  readonly beadOf: ReadonlyMap<string, Bead>;
  readonly spanOf: ReadonlyMap<string, Span>;
};

const texts = new WeakMap<Article, ArticleText>();

/** The text of an article with the ways through it; made once, since hundreds of passages are looked for in the same one. */
export function articleText(article: Article): ArticleText {
  const known = texts.get(article);
  if (known) return known;
  const sides = { de: articleSideText(article, "de"), en: articleSideText(article, "en") };
  const beadOf = new Map(
    article.beads.flatMap((bead) => [...bead.de, ...bead.en].map((id) => [id, bead] as const)),
  );
  const spanOf = new Map([...sentenceSpans(sides.de), ...sentenceSpans(sides.en)]);
  const made = { sides, beadOf, spanOf };
  texts.set(article, made);
  return made;
}

function sentenceSpans(side: SideText): (readonly [string, Span])[] {
  return side.blocks.flatMap((block, index) => {
    const from = side.starts[index] ?? 0;
    return block.sentences.map(
      ({ id, start, end }) => [id, { start: from + start, end: from + end }] as const,
    );
  });
}

function counterpartOf(text: ArticleText, side: Language, start: number, end: number): Span[] {
  const sentences = [...sentencesIn(text.sides[side], start, end)];
  const ids = findTwin({ side, sentences }, (id) => text.beadOf.get(id));
  const other = text.sides[otherLanguage(side)].text;
  const spans = ids.flatMap((id) => text.spanOf.get(id) ?? []).sort((a, b) => a.start - b.start);
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.start <= last.end + 1) joined[joined.length - 1] = { ...last, end: span.end };
    else joined.push(span);
  }
  return joined.map((span) => ({
    ...span,
    end: span.start + other.slice(span.start, span.end).trimEnd().length,
  }));
}
