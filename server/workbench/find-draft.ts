import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import type { Database, Transaction } from "../db";
import type { DraftRow } from "./draft-state";
import type { Work } from "./find-work";

const columns = {
  id: true,
  baseVersionId: true,
  savedVersionId: true,
  savedSequence: true,
} as const;

/** The viewer's draft of an article as it is, new where there is none. */
export function findDraft(
  client: Database | Transaction,
  viewer: Viewer,
  work: Work,
): Promise<DraftRow> {
  return find(client, viewer, work, false);
}

/**
 * The same for somebody who begins to look at it: a draft that holds nothing that is not saved, while readers have another
 * version by now, begins anew with that. Never for a window that has it open: it would go on with another text than it shows.
 */
export function findFreshDraft(
  client: Database | Transaction,
  viewer: Viewer,
  work: Work,
): Promise<DraftRow> {
  return find(client, viewer, work, true);
}

async function find(
  client: Database | Transaction,
  viewer: Viewer,
  { articleId, current }: Work,
  isOpening: boolean,
): Promise<DraftRow> {
  const key = { articleId, editorId: viewer.id };
  const where = { articleId_editorId: key };
  const known = await client.draft.findUnique({ where, select: columns });
  if (known && !isOpening) return known;
  if (known) {
    const last = await lastSequence(client, known.id);
    const isFresh = known.savedVersionId === current.id || last > known.savedSequence;
    if (isFresh) return known;
    await client.draft.deleteMany({ where: { id: known.id } });
  }
  await client.draft.createMany({
    data: { ...key, baseVersionId: current.id, savedVersionId: current.id },
    skipDuplicates: true, // two tabs that open it at once
  });
  return client.draft.findUniqueOrThrow({ where, select: columns });
}

async function lastSequence(client: Database | Transaction, draftId: string): Promise<number> {
  const { _max } = await client.draftEntry.aggregate({
    where: { draftId },
    _max: { sequence: true },
  });
  return _max.sequence ?? 0;
}
