import "server-only";
import type { Article } from "@/core/article/article";
import type { WorkRights } from "@/core/audience/work-policy";
import type { GlossaryTerm } from "@/core/checks/context";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";
import { listGlossary } from "../glossary/glossary";
import { listDismissals } from "./dismiss-finding";
import { type DraftState, loadDraftState } from "./draft-state";
import { findFreshDraft } from "./find-draft";
import { findWork } from "./find-work";

/** What the workbench begins with. */
export type OpenDraft = {
  readonly article: Article;
  readonly sequence: number;
  /** How many steps lead back and on, from entries of earlier visits. */
  readonly undoable: number;
  readonly redoable: number;
  /** Whether the draft holds what no version does. */
  readonly isChanged: boolean;
  /** The version that was saved or taken in last, and the one that readers have. */
  readonly version: number;
  readonly currentVersion: number;
  readonly rights: WorkRights;
  /** The names of those who set a bead's status, by account. */
  readonly people: Readonly<Record<string, string>>;
  /** The keys of findings that were dismissed. */
  readonly dismissed: readonly string[];
  readonly glossary: readonly GlossaryTerm[];
};

export async function openDraft(viewer: Viewer | null, slug: string): Promise<OpenDraft | null> {
  const work = viewer && (await findWork(viewer, slug));
  if (!work) return null;
  const row = await findFreshDraft(db(), viewer, work);
  const state = await loadDraftState(db(), row);
  const { number } = await db().articleVersion.findUniqueOrThrow({
    where: { id: row.savedVersionId },
    select: { number: true },
  });
  return {
    article: state.article,
    ...stepsOf(state),
    isChanged: state.sequence > row.savedSequence,
    version: number,
    currentVersion: work.current.number,
    rights: work.rights,
    people: await peopleOf(state.article, viewer),
    dismissed: await listDismissals(work.articleId),
    glossary: (await listGlossary()).map(({ de, en }) => ({ de, en })),
  };
}

async function peopleOf({ beads }: Article, viewer: Viewer): Promise<Record<string, string>> {
  const ids = new Set([viewer.id, ...beads.flatMap(({ by }) => by ?? [])]);
  const users = await db().user.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return Object.fromEntries(users.map(({ id, name }) => [id, name]));
}

export function stepsOf({ sequence, undoable, redoable }: DraftState) {
  return { sequence, undoable: undoable.length, redoable: redoable.length };
}
