import "server-only";
import { normalizeTag, tagKey } from "@/core/annotation/tag";
import { mayShareWith } from "@/core/audience/annotation-policy";
import type { Acted, NoteAction } from "@/core/notes/note-action";
import type { Viewer } from "@/core/viewer/viewer";
import type { ChangeKind, Prisma } from "@/prisma/generated/client";
import { findOrMakeTags } from "../annotations/write-tags";
import { loadAccess } from "../audience/load-access";
import { db, type Transaction } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import { moderationFor } from "../moderation/hold";
import { writeIndex } from "./write-index";

/**
 * Does something to many of the viewer's own notes, all or nothing; what is another's or gone is passed over. Every note
 * that changes gets a new revision, so that what is open elsewhere is not written over it.
 */
export async function actOnNotes(
  viewer: Viewer,
  actions: readonly NoteAction[],
): Promise<(Acted & { readonly ok: true }) | Refusal> {
  const acting = db().$transaction(
    async (transaction) => {
      let count = 0;
      const undo: NoteAction[] = [];
      for (const action of actions) {
        const acted = await act(transaction, viewer, action);
        if ("reason" in acted) throw new Refused(acted); // rolls back what was done before it
        count += acted.count;
        undo.unshift(...acted.undo);
      }
      return { ok: true as const, count, undo };
    },
    { timeout: 60_000 },
  );
  return acting.catch((error: unknown) => {
    if (error instanceof Refused) return error.refusal;
    throw error;
  });
}

class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refused: Refusal) {
    super(refused.reason);
    this.refusal = refused;
  }
}

function act(
  transaction: Transaction,
  viewer: Viewer,
  action: NoteAction,
): Promise<Acted | Refusal> {
  switch (action.kind) {
    case "colour":
      return recolour(transaction, viewer, action);
    case "delete":
      return remove(transaction, viewer, action.ids);
    case "restore":
      return restore(transaction, viewer, action.ids);
    case "resolve":
    case "reopen":
      return resolve(transaction, viewer, action);
    case "audience":
      return share(transaction, viewer, action);
    case "tag":
      return tag(transaction, viewer, action.ids, action.tag);
    case "untag":
      return untag(transaction, viewer, { id: { in: action.ids } }, action.tag);
    case "rename-tag":
      return renameTag(transaction, viewer, action);
    case "delete-tag":
      return untag(transaction, viewer, {}, action.tag);
  }
}

type Of<Kind extends NoteAction["kind"]> = Extract<NoteAction, { kind: Kind }>;

function own(viewer: Viewer, ids: readonly string[]): Prisma.AnnotationWhereInput {
  return { id: { in: [...ids] }, ownerId: viewer.id, deletedAt: null };
}

async function recolour(transaction: Transaction, viewer: Viewer, action: Of<"colour">) {
  const { ids, colour } = action;
  const rows = await transaction.annotation.findMany({
    where: { AND: [own(viewer, ids), { NOT: { colour } }] },
    select: { id: true, colour: true },
  });
  await change(transaction, idsOf(rows), { colour });
  const before = [...new Set(rows.map((row) => row.colour))];
  return {
    count: rows.length,
    undo: before.map((former): NoteAction => {
      const those = rows.filter((row) => row.colour === former);
      return { kind: "colour", colour: former, ids: idsOf(those) };
    }),
  };
}

async function remove(transaction: Transaction, viewer: Viewer, ids: readonly string[]) {
  const rows = await transaction.annotation.findMany({
    where: own(viewer, ids),
    select: { id: true },
  });
  await change(transaction, idsOf(rows), { deletedAt: new Date() }, "deleted");
  return { count: rows.length, undo: forAll(rows, "restore") };
}

async function restore(transaction: Transaction, viewer: Viewer, ids: readonly string[]) {
  const rows = await transaction.annotation.findMany({
    where: { id: { in: [...ids] }, ownerId: viewer.id, deletedAt: { not: null } },
    select: { id: true },
  });
  await change(transaction, idsOf(rows), { deletedAt: null }, "restored");
  await writeIndex(transaction, idsOf(rows));
  return { count: rows.length, undo: forAll(rows, "delete") };
}

async function resolve(transaction: Transaction, viewer: Viewer, action: Of<"resolve" | "reopen">) {
  const isResolving = action.kind === "resolve";
  const rows = await transaction.annotation.findMany({
    where: { ...own(viewer, action.ids), resolvedAt: isResolving ? null : { not: null } },
    select: { id: true },
  });
  const state = isResolving
    ? { resolvedAt: new Date(), resolvedById: viewer.id }
    : { resolvedAt: null, resolvedById: null };
  // As for a single thread, the revision stays: resolving never stands in the way of who edits the note.
  await transaction.annotation.updateMany({ where: { id: { in: idsOf(rows) } }, data: state });
  await tell(transaction, idsOf(rows), "replaced");
  return { count: rows.length, undo: forAll(rows, isResolving ? "reopen" : "resolve") };
}

async function share(transaction: Transaction, viewer: Viewer, action: Of<"audience">) {
  const { audience, groupId, ids } = action;
  if (!mayShareWith(await loadAccess(viewer, transaction), { audience, groupId })) {
    return refusal("invalid", { fields: ["audience"] });
  }
  const rows = await transaction.annotation.findMany({
    where: { AND: [own(viewer, ids), { NOT: { audience, groupId } }] },
    select: { id: true, audience: true, groupId: true },
  });
  const undo: Of<"audience">[] = [];
  for (const row of rows) {
    const same = undo.find((one) => one.audience === row.audience && one.groupId === row.groupId);
    if (same) same.ids.push(row.id);
    else
      undo.push({ kind: "audience", ids: [row.id], audience: row.audience, groupId: row.groupId });
  }
  for (const { ids: those, audience: formerAudience, groupId: formerGroupId } of undo) {
    const former = formerAudience === "me" ? {} : { formerAudience, formerGroupId };
    await change(transaction, those, { audience, groupId }, "replaced", former);
  }
  // What was hidden stays hidden; all else is held or shown as its new audience wants.
  const open = { moderation: { in: ["shown" as const, "held" as const] } };
  await transaction.annotation.updateMany({
    where: { id: { in: idsOf(rows) }, ...open },
    data: { moderation: await moderationFor(transaction, viewer, audience) },
  });
  return { count: rows.length, undo };
}

async function tag(transaction: Transaction, viewer: Viewer, ids: readonly string[], name: string) {
  const [found] = await findOrMakeTags(transaction, viewer.id, [name]);
  if (!found) throw new Error(`The tag ${name} was made and is not there`);
  const { id: tagId } = found;
  const rows = await transaction.annotation.findMany({
    where: { ...own(viewer, ids), tags: { none: { tagId } } },
    select: { id: true, _count: { select: { tags: true } } },
  });
  await transaction.annotationTag.createMany({
    data: rows.map(({ id, _count }) => ({ annotationId: id, tagId, position: _count.tags })),
    skipDuplicates: true,
  });
  await change(transaction, idsOf(rows), {});
  await writeIndex(transaction, idsOf(rows));
  const undo: NoteAction[] =
    rows.length === 0 ? [] : [{ kind: "untag", ids: idsOf(rows), tag: name }];
  return { count: rows.length, undo };
}

async function untag(
  transaction: Transaction,
  viewer: Viewer,
  which: Prisma.AnnotationWhereInput,
  name: string,
) {
  const known = await findTag(transaction, viewer, name);
  if (!known) return { count: 0, undo: [] };
  const rows = await transaction.annotation.findMany({
    where: {
      AND: [which, { ownerId: viewer.id, deletedAt: null, tags: { some: { tagId: known.id } } }],
    },
    select: { id: true },
  });
  await transaction.annotationTag.deleteMany({
    where: { tagId: known.id, annotationId: { in: idsOf(rows) } },
  });
  await change(transaction, idsOf(rows), {});
  await writeIndex(transaction, idsOf(rows));
  const undo: NoteAction[] =
    rows.length === 0 ? [] : [{ kind: "tag", ids: idsOf(rows), tag: known.name }];
  return { count: rows.length, undo };
}

async function renameTag(transaction: Transaction, viewer: Viewer, action: Of<"rename-tag">) {
  const from = await findTag(transaction, viewer, action.tag);
  if (!from) return { count: 0, undo: [] };
  const target = await findTag(transaction, viewer, action.to);
  if (target && target.id !== from.id) return mergeTags(transaction, viewer, from, target);
  const name = normalizeTag(action.to);
  if (name === from.name) return { count: 0, undo: [] };
  await transaction.tag.update({ where: { id: from.id }, data: { name, key: tagKey(name) } });
  const rows = await taggedWith(transaction, viewer, from.id);
  await change(transaction, rows, {});
  await writeIndex(transaction, rows);
  const undo: NoteAction[] = [{ kind: "rename-tag", tag: name, to: from.name }];
  return { count: rows.length, undo };
}

type KnownTag = { readonly id: string; readonly name: string };

async function mergeTags(
  transaction: Transaction,
  viewer: Viewer,
  from: KnownTag,
  target: KnownTag,
): Promise<Acted> {
  const ids = await taggedWith(transaction, viewer, from.id);
  if (ids.length === 0) return { count: 0, undo: [] };
  const had = new Set(await taggedWith(transaction, viewer, target.id));
  const gained = ids.filter((id) => !had.has(id));
  await tag(transaction, viewer, gained, target.name);
  await untag(transaction, viewer, { id: { in: ids } }, from.name);
  const undo: NoteAction[] = [{ kind: "tag", ids, tag: from.name }];
  if (gained.length > 0) undo.push({ kind: "untag", ids: gained, tag: target.name });
  return { count: ids.length, undo };
}

function findTag(transaction: Transaction, viewer: Viewer, name: string) {
  return transaction.tag.findUnique({
    where: { ownerId_key: { ownerId: viewer.id, key: tagKey(name) } },
    select: { id: true, name: true },
  });
}

async function taggedWith(transaction: Transaction, viewer: Viewer, tagId: string) {
  const rows = await transaction.annotation.findMany({
    where: { ownerId: viewer.id, deletedAt: null, tags: { some: { tagId } } },
    select: { id: true },
  });
  return idsOf(rows);
}

async function change(
  transaction: Transaction,
  ids: readonly string[],
  data: Prisma.AnnotationUncheckedUpdateManyInput,
  kind: ChangeKind = "replaced",
  former: Pick<Prisma.ChangeCreateManyInput, "formerAudience" | "formerGroupId"> = {},
): Promise<void> {
  await transaction.annotation.updateMany({
    where: { id: { in: [...ids] } },
    data: { ...data, updatedAt: new Date(), revision: { increment: 1 } },
  });
  await tell(transaction, ids, kind, former);
}

async function tell(
  transaction: Transaction,
  ids: readonly string[],
  kind: ChangeKind,
  former: Pick<Prisma.ChangeCreateManyInput, "formerAudience" | "formerGroupId"> = {},
): Promise<void> {
  const rows = await transaction.annotation.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, articleId: true },
  });
  await transaction.change.createMany({
    data: rows.map(({ id, articleId }) => ({ kind, articleId, annotationId: id, ...former })),
  });
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

function forAll(
  rows: readonly { readonly id: string }[],
  kind: "delete" | "restore" | "resolve" | "reopen",
): NoteAction[] {
  return rows.length === 0 ? [] : [{ kind, ids: idsOf(rows) }];
}
