import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Article } from "@/core/article/article";
import type { GlossaryTerm } from "@/core/checks/context";
import { fixOfFinding } from "@/core/checks/fix-of-finding";
import { setDismissed } from "../store/server";
import type { Work } from "../use-work";
import type { WorkAct } from "../work-acts";
import { Checker, type CheckSnapshot } from "./checker";
import { type LocatedFinding, locateFindings } from "./located-finding";

const nothing: CheckSnapshot = { findings: [], state: "checking" };
const noStore = { subscribe: () => () => undefined, getSnapshot: () => nothing };

type Options = {
  readonly slug: string;
  readonly work: Work;
  readonly glossary: readonly GlossaryTerm[];
  readonly dismissed: readonly string[];
};

/** The findings of the draft, which of them is looked at, and what is done about them. */
export function useFindings({ slug, work, glossary, dismissed: before }: Options) {
  const { article } = work.draft;
  const [checker, setChecker] = useState<Checker | null>(null);
  useEffect(() => {
    const made = new Checker(glossary);
    setChecker(made);
    return () => made.end();
  }, [glossary]);
  useEffect(() => checker?.take(article), [checker, article]);
  const { subscribe, getSnapshot } = checker ?? noStore;
  const { findings, state } = useSyncExternalStore(subscribe, getSnapshot, () => nothing);
  const [dismissed, setDismissals] = useState<ReadonlySet<string>>(() => new Set(before));
  const [chosen, setChosen] = useState<string | null>(null);

  const located = useMemo(
    () => locateFindings(article, findings, dismissed),
    [article, findings, dismissed],
  );
  const open = useMemo(() => located.filter(({ isDismissed }) => !isDismissed), [located]);
  const byRow = useMemo(() => groupByRow(open), [open]);
  const current = located.find(({ finding }) => nameOf(finding) === chosen) ?? null;

  function choose(each: LocatedFinding | undefined) {
    if (!each) return work.say({ kind: state === "checking" ? "checking" : "noFinding" });
    setChosen(nameOf(each.finding));
    work.go(each.sentenceId);
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
    return current && !current.isDismissed ? current : byRow.get(work.cursorRow)?.[0];
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
    current,
    choose,
    /** To another of the places that one finding names. */
    goTo(finding: LocatedFinding["finding"], sentenceId: string | null) {
      setChosen(nameOf(finding));
      work.go(sentenceId);
    },
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

function groupByRow(
  findings: readonly LocatedFinding[],
): ReadonlyMap<number, readonly LocatedFinding[]> {
  const rows = new Map<number, LocatedFinding[]>();
  for (const each of findings) {
    const row = rows.get(each.rowIndex);
    if (row) row.push(each);
    else rows.set(each.rowIndex, [each]);
  }
  return rows;
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
