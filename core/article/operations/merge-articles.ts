import type { Article, Bead, Block, Row, Side } from "../article";
import { findBlock, rowBeads } from "../article-index";
import { type Language, languages } from "../language";
import { longestCommonSubsequence } from "../longest-common-subsequence";
import { orderBeads } from "../order-beads";

/** Rows that belong together in a comparison of two versions with the one that both were made of. */
export type MergeChunk = {
  /** Who changed them; "same" for nobody, "agreed" where both did the same. */
  readonly kind: "same" | "agreed" | "mine" | "theirs" | "conflict";
  readonly mine: readonly Row[];
  readonly theirs: readonly Row[];
};

export type Choice = "mine" | "theirs";

/** What two editors made of the same version, row by row, in the order of the text. */
export function compareForMerge(
  base: Article,
  mine: Article,
  theirs: Article,
): readonly MergeChunk[] {
  const keys = { base: rowKeys(base), mine: rowKeys(mine), theirs: rowKeys(theirs) };
  const withMine = new Map(longestCommonSubsequence(rowIds(base), rowIds(mine)));
  const withTheirs = new Map(longestCommonSubsequence(rowIds(base), rowIds(theirs)));
  const chunks: MergeChunk[] = [];
  let [b, m, t] = [0, 0, 0];
  const close = (bEnd: number, mEnd: number, tEnd: number) => {
    if (b === bEnd && m === mEnd && t === tEnd) return;
    const kind = kindOf(
      keys.base.slice(b, bEnd),
      keys.mine.slice(m, mEnd),
      keys.theirs.slice(t, tEnd),
    );
    chunks.push({ kind, mine: mine.rows.slice(m, mEnd), theirs: theirs.rows.slice(t, tEnd) });
    [b, m, t] = [bEnd, mEnd, tEnd];
  };
  // A row that all three have stands for itself; what lies between two of those is compared as one.
  base.rows.forEach((_, row) => {
    const [inMine, inTheirs] = [withMine.get(row), withTheirs.get(row)];
    if (inMine === undefined || inTheirs === undefined) return;
    close(row, inMine, inTheirs);
    close(row + 1, inMine + 1, inTheirs + 1);
  });
  close(base.rows.length, mine.rows.length, theirs.rows.length);
  return united(chunks, mine, theirs);
}

/**
 * The article that holds what both changed: where only one did, that; where both did, what is chosen for that conflict,
 * counted through the chunks. Ids that both gave out mean two things, so that those of `mine` are given anew.
 */
export function mergeArticles(
  base: Article,
  mine: Article,
  theirs: Article,
  choices: readonly Choice[],
): Article {
  const chunks = compareForMerge(base, mine, theirs);
  const renamed = renumbered(base, mine, theirs);
  const rename = new Map(mine.rows.map((row, index) => [row, renamed.rows[index]] as const));
  let conflict = 0;
  const picked = chunks.flatMap((chunk) => {
    const isMine =
      chunk.kind === "mine" || (chunk.kind === "conflict" && choices[conflict] === "mine");
    if (chunk.kind === "conflict") conflict += 1;
    const rows = isMine ? chunk.mine.flatMap((row) => rename.get(row) ?? []) : chunk.theirs;
    return rows.map((row) => ({ row, from: isMine ? renamed : theirs }));
  });
  const sides = {
    de: mergeSide("de", picked, base, renamed, theirs),
    en: mergeSide("en", picked, base, renamed, theirs),
  };
  const beads = picked.flatMap(({ row, from }) => rowBeads(from, row));
  return { sides, beads: orderBeads(beads, sides), rows: picked.map(({ row }) => row) };
}

function kindOf(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): MergeChunk["kind"] {
  const [was, is, other] = [base, mine, theirs].map((keys) => JSON.stringify(keys));
  if (is === other) return is === was ? "same" : "agreed";
  if (was === other) return "mine";
  return was === is ? "theirs" : "conflict";
}

function rowIds({ rows }: Article): string[] {
  return rows.map(({ id }) => id);
}

/** Equal keys are rows with the same words, ids, links and statuses. */
function rowKeys(article: Article): string[] {
  return article.rows.map((row) => {
    const blocks = languages.flatMap((side) =>
      row[side].map((id) => findBlock(article, id)?.block),
    );
    const beads = rowBeads(article, row).map(({ at: _, ...bead }) => bead);
    return JSON.stringify([row, blocks, beads]);
  });
}

/**
 * Chunks between which a sentence moved on either side are one: taken from both sides, one of them would hold it twice or
 * not at all.
 */
function united(
  chunks: readonly MergeChunk[],
  mine: Article,
  theirs: Article,
): readonly MergeChunk[] {
  const place = new Map<string, number>();
  const reach = chunks.map((_, index) => index);
  chunks.forEach((chunk, index) => {
    for (const id of new Set([...held(mine, chunk.mine), ...held(theirs, chunk.theirs)])) {
      const first = place.get(id);
      if (first === undefined) place.set(id, index);
      else
        for (let each = first; each < index; each += 1)
          reach[each] = Math.max(reach[each] ?? 0, index);
    }
  });
  const result: MergeChunk[] = [];
  for (let start = 0; start < chunks.length; ) {
    let end = start;
    for (let each = start; each <= end; each += 1) end = Math.max(end, reach[each] ?? each);
    result.push(joinChunks(chunks.slice(start, end + 1)));
    start = end + 1;
  }
  return result;
}

function joinChunks(chunks: readonly MergeChunk[]): MergeChunk {
  const [only] = chunks;
  if (only && chunks.length === 1) return only;
  const kinds = new Set(chunks.map(({ kind }) => kind));
  const isOf = (kind: "mine" | "theirs") =>
    [...kinds].every((each) => each === kind || each === "same" || each === "agreed");
  return {
    kind: isOf("mine") ? "mine" : isOf("theirs") ? "theirs" : "conflict",
    mine: chunks.flatMap((chunk) => chunk.mine),
    theirs: chunks.flatMap((chunk) => chunk.theirs),
  };
}

function held(article: Article, rows: readonly Row[]): readonly string[] {
  return rows.flatMap((row) =>
    languages.flatMap((side) =>
      row[side].flatMap((id) => {
        const sentences = findBlock(article, id)?.block.sentences ?? [];
        return [id, ...sentences.map((sentence) => sentence.id)];
      }),
    ),
  );
}

/** `mine` with every id that is new since `base` moved behind those of `theirs`. */
function renumbered(base: Article, mine: Article, theirs: Article): Article {
  const rowShift = Math.max(0, ...theirs.rows.map(numberOfRow)) + 1;
  const known = new Set(base.rows.map(({ id }) => id));
  let nextRow = Math.max(rowShift, ...mine.rows.map((row) => numberOfRow(row) + 1));
  const rename = (id: string): string => {
    const side = id.startsWith("d") ? "de" : "en";
    const counter = id.charAt(1) === "b" ? "block" : "sentence";
    const number = Number(id.slice(2));
    const from = base.sides[side].next[counter];
    return number < from
      ? id
      : `${id.slice(0, 2)}${number - from + theirs.sides[side].next[counter]}`;
  };
  const renameSide = (side: Side): Side => ({
    ...side,
    blocks: side.blocks.map(
      (block): Block => ({
        ...block,
        id: rename(block.id),
        sentences: block.sentences.map((sentence) => ({ ...sentence, id: rename(sentence.id) })),
        mergedIds: block.mergedIds.map(rename),
      }),
    ),
    tombstones: side.tombstones.map((stone) => ({ ...stone, id: rename(stone.id) })),
    next: {
      block:
        theirs.sides[side.language].next.block +
        side.next.block -
        base.sides[side.language].next.block,
      sentence:
        theirs.sides[side.language].next.sentence +
        side.next.sentence -
        base.sides[side.language].next.sentence,
    },
  });
  return {
    sides: { de: renameSide(mine.sides.de), en: renameSide(mine.sides.en) },
    beads: mine.beads.map(
      (bead): Bead => ({ ...bead, de: bead.de.map(rename), en: bead.en.map(rename) }),
    ),
    rows: mine.rows.map((row): Row => {
      const isNew = !known.has(row.id);
      const id = isNew ? `r${nextRow}` : row.id;
      if (isNew) nextRow += 1;
      return { ...row, id, de: row.de.map(rename), en: row.en.map(rename) };
    }),
  };
}

function numberOfRow({ id }: Row): number {
  return Number(id.slice(1));
}

function mergeSide(
  side: Language,
  picked: readonly { readonly row: Row; readonly from: Article }[],
  base: Article,
  mine: Article,
  theirs: Article,
): Side {
  const blocks = picked.flatMap(({ row, from }) =>
    row[side].flatMap((id) => findBlock(from, id)?.block ?? []),
  );
  const taken = new Set(blocks.map(({ id }) => id));
  const cleaned = blocks.map((block) => ({
    ...block,
    mergedIds: block.mergedIds.filter((id) => !taken.has(id) && taken.add(id)),
  }));
  const stones = new Map(
    [...theirs.sides[side].tombstones, ...mine.sides[side].tombstones].map((stone) => [
      stone.id,
      stone,
    ]),
  );
  const isMineUnchanged =
    JSON.stringify(mine.sides[side].frontMatter) === JSON.stringify(base.sides[side].frontMatter);
  return {
    language: side,
    frontMatter: (isMineUnchanged ? theirs : mine).sides[side].frontMatter,
    blocks: cleaned,
    tombstones: [...stones.values()].filter(({ id }) => !taken.has(id)),
    next: mine.sides[side].next,
  };
}
