import type { Article, Bead, Block, Row, Side } from "../article";
import { keepBeadPlaces } from "../article-index";
import type { Language } from "../language";
import { orderBeads } from "../order-beads";
import type { PositionMap } from "../position-map";
import type { Refused, Stamp } from "./operation";

/** What an operation makes of an article, and where that leaves the text. */
export type Edited =
  | { readonly ok: true; readonly article: Article; readonly map: PositionMap }
  | Refused;

/** The map of an edit that left every text where it was. */
export const unmoved: PositionMap = { touched: [], segments: [] };

export function edited(article: Article, map: PositionMap = unmoved): Edited {
  return { ok: true, article, map };
}

/** Does one edit after the other; refused where one of them is. */
export function inSequence<Step>(
  article: Article,
  steps: readonly Step[],
  act: (article: Article, step: Step) => Edited,
  compose: (first: PositionMap, second: PositionMap) => PositionMap,
): Edited {
  let result: Edited = edited(article);
  for (const step of steps) {
    if (!result.ok) return result;
    const next = act(result.article, step);
    result = next.ok ? edited(next.article, compose(result.map, next.map)) : next;
  }
  return result;
}

/** Puts other beads in the place of some; empty ones vanish. */
export function replaceBeads(
  article: Article,
  replacements: ReadonlyMap<Bead, readonly Bead[]>,
  added: readonly Bead[] = [],
): Article {
  const beads = [
    ...article.beads.flatMap((bead) => replacements.get(bead) ?? [bead]),
    ...added,
  ].filter(({ de, en }) => de.length + en.length > 0);
  return { ...article, beads: orderBeads(beads, article.sides) };
}

/** Says something else of beads that hold the same sentences as before, so that their order is the same too. */
export function relabelBeads(article: Article, labelled: ReadonlyMap<Bead, Bead>): Article {
  const beads = article.beads.map((bead) => labelled.get(bead) ?? bead);
  keepBeadPlaces(article.beads, beads);
  return { ...article, beads };
}

export function replaceSide(article: Article, side: Side): Article {
  return { ...article, sides: { ...article.sides, [side.language]: side } };
}

export function replaceBlocks(
  side: Side,
  at: number,
  remove: number,
  blocks: readonly Block[],
): Side {
  return { ...side, blocks: side.blocks.toSpliced(at, remove, ...blocks) };
}

/** Rows with one of them changed; one that is left with nothing goes. */
export function replaceRows(
  article: Article,
  at: number,
  remove: number,
  rows: readonly Row[],
): Article {
  const full = rows.filter(({ de, en }) => de.length + en.length > 0);
  return { ...article, rows: article.rows.toSpliced(at, remove, ...full) };
}

export function newBlockId(side: Side): { readonly id: string; readonly side: Side } {
  const id = `${side.language.charAt(0)}b${side.next.block}`;
  return { id, side: { ...side, next: { ...side.next, block: side.next.block + 1 } } };
}

export function newSentenceId(side: Side): { readonly id: string; readonly side: Side } {
  const id = `${side.language.charAt(0)}s${side.next.sentence}`;
  return { id, side: { ...side, next: { ...side.next, sentence: side.next.sentence + 1 } } };
}

/** Above every number in use, so that a link to a row that is gone leads to no other, new one. */
export function newRowId({ rows, sides: { de, en } }: Article): string {
  const last = rows.reduce((most, row) => Math.max(most, Number(row.id.slice(1))), 0);
  return `r${Math.max(last + 1, de.next.block, en.next.block)}`;
}

/**
 * A bead that a person's edit left with these sentences. Put together by a person it is theirs, and the machine leaves it
 * alone; a sentence that merely lost its partner is the machine's to align again, and nothing vouches for it.
 */
export function rejoin(
  bead: Bead,
  sentences: Readonly<Record<Language, readonly string[]>>,
  stamp: Stamp,
): Bead {
  const { de, en } = sentences;
  const isPaired = de.length > 0 && en.length > 0;
  if (!isPaired) return { de, en, probability: 0, status: "proposed" };
  const status = bead.status === "needs-review" ? "needs-review" : "proposed";
  return { de, en, probability: 1, status, ...stamp };
}
