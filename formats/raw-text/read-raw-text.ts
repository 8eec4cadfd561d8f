import { align } from "@/core/alignment/align";
import type { AlignmentText, IndexBead } from "@/core/alignment/alignment";
import type { Lexicon } from "@/core/alignment/lexicon/lexicon";
import type { Article } from "@/core/article/article";
import type { FrontMatter } from "@/core/article/front-matter";
import { type Language, languages } from "@/core/article/language";
import { newArticle } from "@/core/article/new-article";
import { projectBreaks } from "@/core/article/project-breaks";
import { splitSentences } from "@/core/sentences/split-sentences";
import { normalizeText } from "@/core/text/normalize-text";
import {
  assignRoles,
  findNames,
  type LeftOver,
  type RolesOfHalf,
  type RoleText,
} from "./assign-roles";
import { decodeText } from "./decode-text";
import { type Finding, findFlaws } from "./find-flaws";
import { findHalves, type Halves } from "./find-halves";
import { isoDate } from "./iso-date";
import { readLines } from "./read-lines";

/** Documents of this many bytes or more are refused before anything else is done with them. */
export const maxRawTextBytes = 20_000_000;

export type RawTextRefusal =
  | "empty"
  | "binary"
  | "too-large"
  | "only-german"
  | "only-english"
  | "no-german-or-english";

/** Body sentences of a row, by index. */
type SentenceRow = Readonly<Record<Language, readonly number[]>>;

export type RawTextResult =
  | {
      readonly ok: true;
      readonly article: Article;
      readonly titles: Readonly<Record<Language, string | null>>;
      /** What is no running text, in reading order of each side. */
      readonly roles: readonly RoleText[];
      /** The sentences of the running text, without white space at their ends. */
      readonly sentences: Readonly<Record<Language, readonly string[]>>;
      readonly beads: readonly IndexBead[];
      readonly rows: readonly SentenceRow[];
      readonly findings: readonly Finding[];
      readonly leftOvers: readonly LeftOver[];
    }
  | { readonly ok: false; readonly reason: RawTextRefusal };

/**
 * Turns a document that holds a text in both languages, one after the other, into an aligned article. Every character that
 * is not white space comes out once: in a sentence of the body, in a role, or among the left-overs.
 */
export function readRawText(
  bytes: Uint8Array,
  options: { readonly maxBytes?: number; readonly lexicon?: Lexicon | null } = {},
): RawTextResult {
  if (bytes.length >= (options.maxBytes ?? maxRawTextBytes))
    return { ok: false, reason: "too-large" };
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const lines = readLines(normalizeText(decoded.text));
  if (lines.length === 0) return { ok: false, reason: "empty" };
  const found = findHalves(lines);
  if (!found.ok) return found;
  return alignHalves(found.halves, options.lexicon ?? null);
}

function alignHalves(halves: Halves, lexicon: Lexicon | null): RawTextResult {
  const texts = { de: linesOf(halves, "de"), en: linesOf(halves, "en") };
  const names = findNames({ de: texts.de.lines, en: texts.en.lines });
  const de = assignRoles(texts.de.lines, "de", names);
  const en = assignRoles(texts.en.lines, "en", names);
  const paragraphs = { de: splitBody(de, "de"), en: splitBody(en, "en") };
  const sources = { de: alignmentText(paragraphs.de), en: alignmentText(paragraphs.en) };
  const beads = align(sources.de, sources.en, lexicon);
  const projected = projectBreaks(beads, { de: sources.de.paragraphs, en: sources.en.paragraphs });
  const blocks = {
    de: groupSentences(paragraphs.de.flat(), projected.de),
    en: groupSentences(paragraphs.en.flat(), projected.en),
  };
  const article = newArticle(
    {
      de: { frontMatter: frontMatterOf(de, [de, en]), paragraphs: blocks.de },
      en: { frontMatter: frontMatterOf(en, [de, en]), paragraphs: blocks.en },
    },
    beads,
  );
  const sentences = { de: sources.de.sentences, en: sources.en.sentences };
  return {
    ok: true,
    article,
    titles: { de: titleOf(de), en: titleOf(en) },
    roles: [...de.roles, ...en.roles],
    sentences,
    beads,
    rows: sentenceRows(article),
    findings: [
      ...sideFindings(de, "de", blocks.de.length - paragraphs.de.length),
      ...sideFindings(en, "en", blocks.en.length - paragraphs.en.length),
      ...findFlaws(sentences),
      ...unpaired(beads, sentences),
    ],
    leftOvers: [...texts.de.leftOvers, ...de.leftOvers, ...texts.en.leftOvers, ...en.leftOvers],
  };
}

/** Lines without a letter or digit ("* * *") are rules, no text. */
function linesOf(halves: Halves, side: Language): { lines: string[]; leftOvers: LeftOver[] } {
  const all = halves[side].map((line) => line.text);
  const lines = all.filter((text) => /[\p{L}\p{N}]/u.test(text));
  const rules = all.filter((text) => !/[\p{L}\p{N}]/u.test(text));
  return { lines, leftOvers: rules.map((text) => ({ side, text })) };
}

function splitBody({ body }: RolesOfHalf, side: Language): string[][] {
  return body.map((paragraph) => splitSentences(paragraph, side));
}

function alignmentText(paragraphs: readonly (readonly string[])[]): AlignmentText {
  return {
    sentences: paragraphs.flat().map((sentence) => sentence.trim()),
    paragraphs: paragraphs.flatMap((sentences, index) => sentences.map(() => index)),
  };
}

function groupSentences(sentences: readonly string[], paragraphs: readonly number[]): string[][] {
  const groups: string[][] = [];
  sentences.forEach((sentence, index) => {
    const isNew = index === 0 || paragraphs[index] !== paragraphs[index - 1];
    if (isNew) groups.push([sentence]);
    else groups.at(-1)?.push(sentence);
  });
  return groups;
}

function titleOf({ roles }: RolesOfHalf): string | null {
  const title = roles.find((entry) => entry.role === "title");
  return title ? title.text.replace(/^#{1,6}\s+/u, "") : null;
}

function frontMatterOf(half: RolesOfHalf, both: readonly RolesOfHalf[]): FrontMatter {
  const first = (role: RoleText["role"]) => half.roles.find((entry) => entry.role === role)?.text;
  const signature = half.roles.flatMap((entry) => (entry.role === "signature" ? [entry.text] : []));
  const dates = both.flatMap(({ roles }) =>
    roles.flatMap((entry) => (entry.role === "dateline" ? (isoDate(entry.text) ?? []) : [])),
  );
  // A date belongs to the article: where the two sides differ, nobody knows which is meant.
  const [date] = new Set(dates).size === 1 ? dates : [];
  const title = titleOf(half);
  const subtitle = first("subtitle");
  const byline = first("byline");
  const dateline = first("dateline");
  return {
    ...(title && { title }),
    ...(subtitle && { subtitle }),
    ...(byline && { byline }),
    ...(dateline && { dateline }),
    ...(signature.length > 0 && { signature }),
    ...(date && { date }),
  };
}

/** The rows of the article, with its sentences by index; ids of a new article count through each side. */
function sentenceRows(article: Article): SentenceRow[] {
  const indices = { de: sentenceIndices(article, "de"), en: sentenceIndices(article, "en") };
  return article.rows.map((row) => ({
    de: row.de.flatMap((id) => indices.de.get(id) ?? []),
    en: row.en.flatMap((id) => indices.en.get(id) ?? []),
  }));
}

function sentenceIndices(article: Article, side: Language): Map<string, number[]> {
  let next = 0;
  return new Map(
    article.sides[side].blocks.map((block) => {
      const start = next;
      next += block.sentences.length;
      return [block.id, block.sentences.map((_, index) => start + index)];
    }),
  );
}

function sideFindings(half: RolesOfHalf, side: Language, addedBreaks: number): Finding[] {
  const findings: Finding[] = [];
  if (titleOf(half) === null)
    findings.push({ kind: "title-missing", side, sentence: null, text: "" });
  if (half.gluedHead !== null) {
    findings.push({ kind: "dateline-glued", side, sentence: 0, text: half.gluedHead });
  }
  if (addedBreaks > 0)
    findings.push({ kind: "paragraphs-projected", side, sentence: null, text: "" });
  return findings;
}

function unpaired(
  beads: readonly IndexBead[],
  sentences: Readonly<Record<Language, readonly string[]>>,
): Finding[] {
  return beads.flatMap((bead) => {
    if (bead.de.length > 0 && bead.en.length > 0) return [];
    return languages.flatMap((side) =>
      bead[side].map((sentence): Finding => {
        return { kind: "unpaired", side, sentence, text: sentences[side][sentence] ?? "" };
      }),
    );
  });
}
