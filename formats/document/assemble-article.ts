import { align } from "@/core/alignment/align";
import type { AlignmentText, IndexBead } from "@/core/alignment/alignment";
import { judgeRelation } from "@/core/alignment/judge-relation";
import type { Lexicon } from "@/core/alignment/lexicon/lexicon";
import type { Article } from "@/core/article/article";
import { articleFromBlocks, type NewBead } from "@/core/article/article-from-blocks";
import type { Language } from "@/core/article/language";
import { markProposed } from "@/core/article/mark-proposed";
import { projectBreaks } from "@/core/article/project-breaks";
import { proposeBreaks } from "@/core/article/propose-breaks";
import { readingOrder } from "@/core/article/reading-order";
import type { ImportFinding } from "@/core/import/import-finding";
import type { LeftOver, RoleText } from "../raw-text/assign-roles";
import {
  type ApartText,
  assignSideRoles,
  type SideRoles,
  type WantedRole,
} from "./assign-side-roles";
import type { DocumentSides, SideGroup } from "./document-sides";
import { type DocumentRefusal, refuse } from "./document-source";
import { frontMatterOf, titleOf } from "./front-matter-of";
import { importFindings } from "./import-findings";
import { alignmentText, blocksOf, cutBlocks, type SideBlock } from "./side-blocks";
import { takeNotes } from "./take-notes";

/** Sentences of a row, by index. */
type SentenceRow = Readonly<Record<Language, readonly number[]>> & {
  /** The machine began it here, neither side does. */
  readonly isProposed?: true;
};

/** An article made of a document, and what a person should know of how. */
export type AssembledArticle = {
  readonly ok: true;
  readonly article: Article;
  readonly titles: Readonly<Record<Language, string | null>>;
  /** What is no running text, in reading order of each side. */
  readonly roles: readonly RoleText[];
  /** Captions and notes, which stand in the running text too: each is aligned only with its like, or stays alone. */
  readonly apart: readonly ApartText[];
  /** The sentences of the running text, without white space at their ends. */
  readonly sentences: Readonly<Record<Language, readonly string[]>>;
  readonly beads: readonly IndexBead[];
  readonly rows: readonly SentenceRow[];
  readonly findings: readonly ImportFinding[];
  readonly leftOvers: readonly LeftOver[];
};

export type AssembleOptions = {
  readonly lexicon?: Lexicon | null;
  /** What a person decided: a line with this text has this role. */
  readonly roles?: readonly WantedRole[];
  /** True where a person says that the texts belong together although they do not seem to. */
  readonly isUnrelatedAccepted?: boolean;
  /** Told what is done next, for those who wait. */
  readonly onStage?: (stage: "splitting" | "aligning" | "checking") => void;
};

/**
 * Tells roles from text, aligns the sentences and carries paragraph breaks over. Every character of the sides that is no white space
 * comes out once: in a sentence, in a role, or among the left-overs.
 */
export function assembleArticle(
  arranged: DocumentSides,
  options: AssembleOptions = {},
): AssembledArticle | DocumentRefusal {
  const { sides, notes } = takeNotes(arranged, options.roles ?? []);
  const { de, en } = assignSideRoles(sides, options.roles ?? []);
  options.onStage?.("splitting");
  const blocks = { de: sideBlocks(sides, "de", de), en: sideBlocks(sides, "en", en) };
  if (blocks.de.length === 0) return refuse("only-english");
  if (blocks.en.length === 0) return refuse("only-german");
  options.onStage?.("aligning");
  const beads = alignGroups(blocks, sides.groups, options.lexicon ?? null);
  const isGiven = sides.groups.some(({ given }) => given !== null);
  if (options.lexicon && !options.isUnrelatedAccepted && !isGiven) {
    const [german, english] = [alignmentText(blocks.de), alignmentText(blocks.en)];
    const { isUnrelated, wordsInPlace } = judgeRelation(german, english, beads, options.lexicon);
    if (isUnrelated) return refuse("unrelated", { percent: Math.round(100 * wordsInPlace) });
  }

  const { cut, proposed } =
    sides.layout === "pairs" ? asTheyStand(blocks) : withBreaks(blocks, beads);
  const article = markProposed(
    articleFromBlocks(
      {
        de: { frontMatter: frontMatterOf(sides, "de", { de, en }), blocks: cut.de },
        en: { frontMatter: frontMatterOf(sides, "en", { de, en }), blocks: cut.en },
      },
      beads,
    ),
    proposed,
  );
  const sentences = { de: sentencesOf(blocks.de), en: sentencesOf(blocks.en) };
  const titles = { de: titleOf(sides, "de", de), en: titleOf(sides, "en", en) };
  const added = (side: Language) => cut[side].length - blocks[side].length - proposed[side].size;
  options.onStage?.("checking");
  const read = {
    article,
    titles,
    gluedHeads: { de: de.gluedHead, en: en.gluedHead },
    addedBreaks: { de: added("de"), en: added("en") },
    sentences,
    beads: beads.map(({ de, en, probability }) => ({ de, en, probability })),
  };
  return {
    ok: true,
    article,
    titles,
    roles: [...de.roles, ...en.roles],
    apart: [...apartTexts("de", de), ...apartTexts("en", en), ...notes],
    sentences,
    beads: read.beads,
    rows: sentenceRows(article),
    findings: importFindings(read, options.lexicon ?? null),
    leftOvers: [...de.leftOvers, ...en.leftOvers, ...sides.leftOvers],
  };
}

/** Notes and captions are groups of their own, after all others. */
function sideBlocks(sides: DocumentSides, side: Language, { body }: SideRoles): SideBlock[] {
  const groups = { footnote: sides.groups.length, caption: sides.groups.length + 1 };
  const lines = body.map((line) => (line.apart ? { ...line, group: groups[line.apart] } : line));
  const notes = sides.footnotes[side].map((node) => {
    return { text: "", blankBefore: 1, node, group: groups.footnote, isContinued: false };
  });
  return [...blocksOf(lines, side), ...notes.flatMap((line) => blocksOf([line], side))];
}

function apartTexts(side: Language, { body }: SideRoles): ApartText[] {
  return body.flatMap(({ apart, text }) => (apart ? [{ side, role: apart, text }] : []));
}

type Blocks = Readonly<Record<Language, readonly SideBlock[]>>;

/** Each group by itself; those that somebody aligned before stay as they are. */
function alignGroups(
  blocks: Blocks,
  groups: readonly SideGroup[],
  lexicon: Lexicon | null,
): NewBead[] {
  const texts = { de: alignmentText(blocks.de), en: alignmentText(blocks.en) };
  const places = { de: placesOfGroups(blocks.de), en: placesOfGroups(blocks.en) };
  const numbers = [...new Set([...places.de.keys(), ...places.en.keys()])].sort((a, b) => a - b);
  const beads = numbers.flatMap((number): NewBead[] => {
    const de = places.de.get(number) ?? [];
    const en = places.en.get(number) ?? [];
    const given = groups[number]?.given;
    if (given) return [{ de, en, ...given }];
    return align(pick(texts.de, de), pick(texts.en, en), lexicon).map((bead) => ({
      de: bead.de.flatMap((index) => de[index] ?? []),
      en: bead.en.flatMap((index) => en[index] ?? []),
      probability: bead.probability,
      status: "proposed",
    }));
  });
  // Captions stand among sentences that are aligned without them.
  return readingOrder(beads).flatMap((index) => beads[index] ?? []);
}

/** The sentences of each group, counted through the side. */
function placesOfGroups(blocks: readonly SideBlock[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  blocks
    .flatMap(({ groups }) => groups)
    .forEach((group, index) => {
      const list = places.get(group);
      if (list) list.push(index);
      else places.set(group, [index]);
    });
  return places;
}

function pick(text: AlignmentText, places: readonly number[]): AlignmentText {
  return {
    sentences: places.flatMap((place) => text.sentences[place] ?? []),
    paragraphs: places.flatMap((place) => text.paragraphs[place] ?? []),
  };
}

type Cut = { readonly cut: Blocks; readonly proposed: ReturnType<typeof proposeBreaks>["starts"] };

function asTheyStand(blocks: Blocks): Cut {
  return { cut: blocks, proposed: { de: new Set(), en: new Set() } };
}

/** With the breaks that the other side has, and some where neither has any for long. */
function withBreaks(blocks: Blocks, beads: readonly NewBead[]): Cut {
  const indices = (side: Language) =>
    blocks[side].flatMap(({ sentences }, index) => sentences.map(() => index));
  const projected = projectBreaks(beads, { de: indices("de"), en: indices("en") });
  const sentences = { de: sentencesOf(blocks.de), en: sentencesOf(blocks.en) };
  const { paragraphs, starts } = proposeBreaks(beads, projected, sentences);
  return {
    cut: { de: cutBlocks(blocks.de, paragraphs.de), en: cutBlocks(blocks.en, paragraphs.en) },
    proposed: starts,
  };
}

function sentencesOf(blocks: readonly SideBlock[]): string[] {
  return blocks.flatMap(({ sentences }) => sentences.map((sentence) => sentence.trim()));
}

/** The rows of the article, with its sentences by index; ids of a new article count through each side. */
function sentenceRows(article: Article): AssembledArticle["rows"] {
  const indices = { de: sentenceIndices(article, "de"), en: sentenceIndices(article, "en") };
  return article.rows.map((row) => ({
    de: row.de.flatMap((id) => indices.de.get(id) ?? []),
    en: row.en.flatMap((id) => indices.en.get(id) ?? []),
    ...(row.isProposed && { isProposed: true }),
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
