import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Article } from "@/core/article/article";
import type { GlossaryTerm } from "@/core/checks/context";
import type { Finding, Place } from "@/core/checks/finding";
import { fixOfFinding } from "@/core/checks/fix-of-finding";
import { headPlace } from "../head-place";
import { setDismissed } from "../store/server";
import type { Work } from "../use-work";
import type { WorkAct } from "../work-acts";
import { Checker, type CheckSnapshot } from "./checker";
import { type LocatedFinding, locateFindings, locatePlace } from "./located-finding";

const nothing: CheckSnapshot = { findings: [], state: "checking" };
const noStore = { subscribe: () => () => undefined, getSnapshot: () => nothing };

type Options = {
  readonly slug: string;
  readonly work: Work;
  /** The draft as the last frame showed it. */
  readonly settled: Article;
  readonly glossary: readonly GlossaryTerm[];
  readonly dismissed: readonly string[];
};

/** The findings of the draft, which of them is looked at, and what is done about them. */
export function useFindings({ slug, work, settled, glossary, dismissed: before }: Options) {
  const { article } = work.draft;
  const [checker, setChecker] = useState<Checker | null>(null);
  useEffect(() => {
    const made = new Checker(glossary);
    setChecker(made);
    return () => made.end();
  }, [glossary]);
  useEffect(() => checker?.take(settled), [checker, settled]);
  const { subscribe, getSnapshot } = checker ?? noStore;
  const { findings, state } = useSyncExternalStore(subscribe, getSnapshot, () => nothing);
  const [dismissed, setDismissals] = useState<ReadonlySet<string>>(() => new Set(before));
  const [chosen, setChosen] = useState<string | null>(null);

  const located = useMemo(
    () => locateFindings(settled, findings, dismissed),
    [settled, findings, dismissed],
  );
  const open = useMemo(() => located.filter(({ isDismissed }) => !isDismissed), [located]);
  const byRow = useMemo(() => groupByRow(settled, open), [settled, open]);
  const foundIn = useMemo(() => findingsByRow(byRow), [byRow]);
  const current = located.find(({ finding }) => nameOf(finding) === chosen) ?? null;

  function choose(each: LocatedFinding | undefined) {
    if (!each) return work.say({ kind: state === "checking" ? "checking" : "noFinding" });
    goTo(each.finding, each.finding.place);
  }

  /** To one of the places of a finding: in a row, or in the lines above and below the text. */
  function goTo(finding: Finding, place: Place) {
    setChosen(nameOf(finding));
    const { rowIndex, sentenceId } = locatePlace(article, place);
    if (rowIndex >= 0) work.go(sentenceId);
    else work.setMode({ kind: "head", place: headPlace(article, place) });
  }

  function step(by: 1 | -1) {
    const at = current ? open.indexOf(current) : -1;
    if (at >= 0) return choose(open[(at + by + open.length) % open.length]);
    const isBeyond = ({ rowIndex }: LocatedFinding) =>
      by === 1 ? rowIndex >= work.cursorRow : rowIndex <= work.cursorRow;
    choose(by === 1 ? (open.find(isBeyond) ?? open[0]) : (open.findLast(isBeyond) ?? open.at(-1)));
  }

  /** The one that was chosen, else the first of the row. */
  function atHand(): LocatedFinding | undefined {
    return current && !current.isDismissed
      ? current
      : byRow.get(article.rows[work.cursorRow]?.id ?? "")?.[0];
  }

  function fix(each: LocatedFinding | undefined) {
    const operation = each && fixOfFinding(article, each.finding);
    if (!operation) return work.say({ kind: "refused", reason: "nothing" });
    if (work.perform(operation) && each.sentenceId) work.go(each.sentenceId);
  }

  async function dismiss(each: LocatedFinding | undefined) {
    if (!each) return work.say({ kind: "noFinding" });
    const { key, rule } = each.finding;
    const isDismissed = !each.isDismissed;
    const next = open[open.indexOf(each) + 1];
    setDismissals((keys) => withKey(keys, key, isDismissed));
    if (isDismissed && next) setChosen(nameOf(next.finding));
    const isKept = await setDismissed(slug, { key, rule }, isDismissed);
    if (isKept) return;
    setDismissals((keys) => withKey(keys, key, !isDismissed));
    work.say({ kind: "notKept" });
  }

  return {
    state,
    located,
    open,
    byRow,
    /** What was found in a row, always the same list until something else is found. */
    foundIn: (rowId: string) => foundIn.get(rowId) ?? noFindings,
    current,
    choose,
    goTo,
    fix,
    dismiss,
    /** What is odd about a row of an article that is still being written. */
    askRow: async (written: Article, rowIndex: number) =>
      (await checker?.askRow(written, rowIndex)) ?? [],
    /** Whether the act was one about findings. */
    act(name: WorkAct): boolean {
      if (name === "nextFinding" || name === "previousFinding")
        step(name === "nextFinding" ? 1 : -1);
      else if (name === "fix") fix(atHand());
      else if (name === "dismiss") void dismiss(atHand());
      else return false;
      return true;
    },
  };
}

/** By the id of the row: rows above it may come and go before the findings are located anew. */
function groupByRow(
  article: Article,
  findings: readonly LocatedFinding[],
): ReadonlyMap<string, readonly LocatedFinding[]> {
  const rows = new Map<string, LocatedFinding[]>();
  for (const each of findings) {
    const id = article.rows[each.rowIndex]?.id;
    if (id === undefined) continue;
    const row = rows.get(id);
    if (row) row.push(each);
    else rows.set(id, [each]);
  }
  return rows;
}

const noFindings: readonly Finding[] = [];

function findingsByRow(
  rows: ReadonlyMap<string, readonly LocatedFinding[]>,
): ReadonlyMap<string, readonly Finding[]> {
  return new Map([...rows].map(([id, located]) => [id, located.map(({ finding }) => finding)]));
}

export type Findings = ReturnType<typeof useFindings>;

/** The same finding before and after a check, wherever its key stands twice. */
export function nameOf({ key, place }: LocatedFinding["finding"]): string {
  return `${key} ${place.side} ${place.blockId} ${place.start}`;
}

function withKey(keys: ReadonlySet<string>, key: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(keys);
  if (isIn) next.add(key);
  else next.delete(key);
  return next;
}
