import { diffArrays } from "diff";
import type { Article, Bead, Row } from "./article";
import { findBlock, rowBeads } from "./article-index";
import { blockText } from "./content";
import { type Language, languages } from "./language";

/** Words that stayed, came or went. */
export type WordRun = { readonly kind: "same" | "added" | "removed"; readonly text: string };

export type RowDiff = {
  readonly rowId: string;
  readonly kind: "added" | "removed" | "changed";
  readonly de: readonly WordRun[];
  readonly en: readonly WordRun[];
  /** Which of these changed, beside the words. */
  readonly hasOtherLinks: boolean;
  /** How many beads are now what they were not, and the reverse. */
  readonly states: Readonly<Record<StateChange, number>>;
};

export const stateChanges = [
  "verified",
  "unverified",
  "doubted",
  "undoubted",
  "locked",
  "unlocked",
] as const;
type StateChange = (typeof stateChanges)[number];

export type ArticleDiff = {
  /** Rows that differ, in the order of the text. */
  readonly rows: readonly RowDiff[];
  readonly same: number;
  /** Fields above and below the text that differ, by side. */
  readonly fields: Readonly<Record<Language, readonly string[]>>;
};

/** What changed between two versions, row by row and word by word. */
export function diffArticles(before: Article, after: Article): ArticleDiff {
  const olds = new Map(before.rows.map((row) => [row.id, row]));
  const parts = diffArrays(
    before.rows.map(({ id }) => id),
    after.rows.map(({ id }) => id),
  );
  const rows: RowDiff[] = [];
  let same = 0;
  const fresh = new Map(after.rows.map((row) => [row.id, row]));
  for (const { value, added, removed } of parts) {
    for (const id of value) {
      const [old, now] = [olds.get(id), fresh.get(id)];
      // A row that moved is told where it stands now.
      if (removed && now) continue;
      const diff = diffRow(id, before, old, after, removed ? undefined : now);
      if (diff) rows.push(added && !old ? { ...diff, kind: "added" } : diff);
      else same += 1;
    }
  }
  return {
    rows,
    same,
    fields: { de: changedFields(before, after, "de"), en: changedFields(before, after, "en") },
  };
}

function diffRow(
  rowId: string,
  before: Article,
  old: Row | undefined,
  after: Article,
  now: Row | undefined,
): RowDiff | null {
  const [de, en] = languages.map((side) =>
    wordRuns(rowText(before, old, side), rowText(after, now, side)),
  );
  const olds = old ? rowBeads(before, old) : [];
  const news = now ? rowBeads(after, now) : [];
  const diff = {
    rowId,
    kind: old && now ? ("changed" as const) : now ? ("added" as const) : ("removed" as const),
    de: de ?? [],
    en: en ?? [],
    hasOtherLinks: Boolean(old && now) && linksOf(olds) !== linksOf(news),
    states: stateDiff(olds, news),
  };
  const hasOtherWords = [...diff.de, ...diff.en].some(({ kind }) => kind !== "same");
  const hasOtherStates = stateChanges.some((name) => diff.states[name] > 0);
  const isSame = !hasOtherWords && !diff.hasOtherLinks && !hasOtherStates && old && now;
  return isSame ? null : diff;
}

function rowText(article: Article, row: Row | undefined, side: Language): string {
  const blocks = (row?.[side] ?? []).flatMap((id) => findBlock(article, id)?.block ?? []);
  return blocks.map(({ node }) => blockText(node)).join("\n");
}

/** Two texts as one, word by word. */
function wordRuns(before: string, after: string): readonly WordRun[] {
  const words = (text: string) => text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];
  return diffArrays(words(before), words(after)).map(({ value, added, removed }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value.join(""),
  }));
}

function linksOf(beads: readonly Bead[]): string {
  return JSON.stringify(beads.map(({ de, en }) => [de, en]));
}

function stateDiff(olds: readonly Bead[], news: readonly Bead[]): RowDiff["states"] {
  const [verified, unverified] = gainedAndLost(olds, news, ({ status }) => status === "verified");
  const [doubted, undoubted] = gainedAndLost(olds, news, ({ status }) => status === "needs-review");
  const [locked, unlocked] = gainedAndLost(olds, news, ({ isLocked }) => isLocked === true);
  return { verified, unverified, doubted, undoubted, locked, unlocked };
}

function gainedAndLost(
  olds: readonly Bead[],
  news: readonly Bead[],
  isSo: (bead: Bead) => boolean,
): readonly [gained: number, lost: number] {
  const keys = (beads: readonly Bead[]) =>
    new Set(beads.filter(isSo).map(({ de, en }) => JSON.stringify([de, en])));
  const [was, is] = [keys(olds), keys(news)];
  const missing = (from: ReadonlySet<string>, to: ReadonlySet<string>) =>
    [...from].filter((key) => !to.has(key)).length;
  return [missing(is, was), missing(was, is)];
}

function changedFields(before: Article, after: Article, side: Language): readonly string[] {
  const olds = new Map(Object.entries(before.sides[side].frontMatter));
  const news = new Map(Object.entries(after.sides[side].frontMatter));
  return [...new Set([...olds.keys(), ...news.keys()])].filter(
    (name) => JSON.stringify(olds.get(name)) !== JSON.stringify(news.get(name)),
  );
}
