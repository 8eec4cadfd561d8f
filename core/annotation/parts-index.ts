import * as z from "zod/mini";
import type { Article, Block, Row } from "../article/article";
import { languages } from "../article/language";
import type { Anchor } from "./annotation";

/**
 * What stands in each part of a long text: its blocks, those merged into them, and its sentences. Ids that count on are
 * written as a run ("ds1-207"), since in most texts nearly all of them do.
 */
export const partsIndexSchema = z.strictObject({
  parts: z.array(z.array(z.string().check(z.maxLength(20)))).check(z.maxLength(9999)),
});
export type PartsIndex = z.infer<typeof partsIndexSchema>;

/** The list for parts as `partsOf` made them. */
export function indexParts(article: Article, parts: readonly (readonly Row[])[]): PartsIndex {
  const blocks = new Map<string, Block>(
    languages.flatMap((side) => article.sides[side].blocks.map((block) => [block.id, block])),
  );
  return {
    parts: parts.map((rows) =>
      toRuns(
        rows
          .flatMap((row) => languages.flatMap((side) => row[side]))
          .flatMap((id) => blocks.get(id) ?? [])
          .flatMap(({ id, mergedIds, sentences }) => [
            id,
            ...mergedIds,
            ...sentences.map((sentence) => sentence.id),
          ]),
      ),
    ),
  };
}

/** Each id of a prefix ("db", "ds") with a number, in runs. */
function toRuns(ids: readonly string[]): string[] {
  const byPrefix = new Map<string, number[]>();
  for (const id of ids) {
    const { prefix, number } = readId(id);
    byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), number]);
  }
  return [...byPrefix].flatMap(([prefix, numbers]) =>
    runsOf(numbers).map(([first, last]) =>
      first === last ? `${prefix}${first}` : `${prefix}${first}-${last}`,
    ),
  );
}

function runsOf(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

function readId(id: string): { readonly prefix: string; readonly number: number } {
  const prefix = id.replace(/\d+$/, "");
  return { prefix, number: Number(id.slice(prefix.length)) };
}

/** Says in which parts (from 1) anything of a passage is left: its sentences, else its blocks. None, and it is orphaned. */
export function partFinder({ parts }: PartsIndex): (anchor: Anchor) => readonly number[] {
  const runs = parts.flatMap((ids, index) =>
    ids.map((run) => ({ ...readRun(run), part: index + 1 })),
  );
  const byPrefix = new Map<string, typeof runs>();
  for (const run of runs) byPrefix.set(run.prefix, [...(byPrefix.get(run.prefix) ?? []), run]);

  const find = (ids: readonly string[]) => {
    const found = ids.flatMap((id) => {
      const { prefix, number } = readId(id);
      const holding = byPrefix
        .get(prefix)
        ?.find(({ first, last }) => first <= number && number <= last);
      return holding ? [holding.part] : [];
    });
    return [...new Set(found)].sort((a, b) => a - b);
  };
  return (anchor) => {
    const bySentence = find(anchor.sentences);
    return bySentence.length > 0 ? bySentence : find([anchor.start.block, anchor.end.block]);
  };
}

function readRun(run: string): { prefix: string; first: number; last: number } {
  const [start = "", end] = run.split("-");
  const { prefix, number } = readId(start);
  return { prefix, first: number, last: end === undefined ? number : Number(end) };
}
