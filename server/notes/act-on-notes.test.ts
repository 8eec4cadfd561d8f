import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { StoredAnnotation } from "@/core/annotation/annotation";
import type { NoteAction } from "@/core/notes/note-action";
import { everyNote } from "@/core/notes/notes-query";
import type { Viewer } from "@/core/viewer/viewer";
import type { Reading } from "../articles/load-article";
import { db } from "../db";
import { listTags } from "../tags/list-tags";
import { makeAnnotation } from "../testing/make-annotation";
import { seedAnnotation } from "../testing/seed-annotation";
import { seedArticle } from "../testing/seed-article";
import { newVisitor } from "../testing/visitor";
import { actOnNotes } from "./act-on-notes";
import { listNotes } from "./list-notes";

let reading: Reading;
let reader: Viewer;
let notes: readonly StoredAnnotation[];
let ids: string[];
let foreign: StoredAnnotation;

beforeAll(async () => {
  reading = await seedArticle({ slug: "zwei-haefen" });
});

beforeEach(async () => {
  reader = (await newVisitor()).viewer;
  const other = (await newVisitor()).viewer;
  notes = await Promise.all([
    seedAnnotation(reader, makeAnnotation(reading, "drei", { tags: ["Zahl", "Wort"] })),
    seedAnnotation(reader, makeAnnotation(reading, "Schiffe", { colour: "green", tags: ["Wort"] })),
    seedAnnotation(reader, makeAnnotation(reading, "Hafen", { tags: ["zu prüfen"] })),
  ]);
  ids = notes.map(({ id }) => id);
  foreign = await seedAnnotation(other, makeAnnotation(reading, "Abend", { tags: ["Zahl"] }));
});

async function act(...actions: NoteAction[]) {
  const acted = await actOnNotes(reader, actions);
  if (!acted.ok) throw new Error(acted.reason);
  return acted;
}

/** Everything a reader sees of their notes, tags in the order of the alphabet. */
async function state() {
  const page = await listNotes(reader, { ...everyNote, sort: "oldest" }, null);
  return page?.notes
    .map(({ annotation: { id, colour, tags, audience, resolvedAt } }) => ({
      id,
      colour,
      audience,
      tags: [...tags].sort(),
      isResolved: resolvedAt !== null,
    }))
    .sort((a, b) => a.id.localeCompare(b.id));
}

describe("every action is undone by what it answers", () => {
  test.each<[string, (all: string[]) => NoteAction]>([
    ["colour", (all) => ({ kind: "colour", ids: all, colour: "green" })],
    ["tag", (all) => ({ kind: "tag", ids: all, tag: "wort" })],
    ["untag", (all) => ({ kind: "untag", ids: all, tag: "WORT" })],
    ["delete", (all) => ({ kind: "delete", ids: all.slice(1) })],
    ["resolve", (all) => ({ kind: "resolve", ids: all })],
    ["audience", (all) => ({ kind: "audience", ids: all, audience: "public", groupId: null })],
    ["rename a tag", () => ({ kind: "rename-tag", tag: "Wort", to: "Wortwahl" })],
    ["change how a tag is written", () => ({ kind: "rename-tag", tag: "Wort", to: "WORT" })],
    ["merge two tags", () => ({ kind: "rename-tag", tag: "Wort", to: "zahl" })],
    ["delete a tag", () => ({ kind: "delete-tag", tag: "Wort" })],
  ])("%s", async (_, actionOf) => {
    const before = await state();
    const acted = await act(actionOf(ids));
    expect(acted.count).toBeGreaterThan(0);
    const after = await state();
    expect(after).not.toEqual(before);
    const again = await act(...acted.undo);
    expect(await state()).toEqual(before);
    await act(...again.undo);
    expect(await state()).toEqual(after);
  });
});

test("what is another's, gone or as wanted already is passed over", async () => {
  const acted = await act(
    { kind: "colour", ids: [...ids, foreign.id], colour: "green" },
    { kind: "delete", ids: [foreign.id] },
    { kind: "restore", ids: [foreign.id] },
    { kind: "tag", ids: [foreign.id], tag: "meins" },
    { kind: "audience", ids: [foreign.id], audience: "public", groupId: null },
    { kind: "resolve", ids: [foreign.id] },
    { kind: "delete-tag", tag: "Zahl" },
  );
  expect(acted.count).toBe(2 + 1);
  const row = await db().annotation.findUniqueOrThrow({
    where: { id: foreign.id },
    select: {
      colour: true,
      deletedAt: true,
      resolvedAt: true,
      audience: true,
      revision: true,
      tags: true,
    },
  });
  expect(row).toMatchObject({
    colour: "yellow",
    deletedAt: null,
    resolvedAt: null,
    audience: "me",
    revision: 1,
  });
  expect(row.tags).toHaveLength(1);
});

test("a merged tag is on every note once, and the other is gone", async () => {
  await act({ kind: "rename-tag", tag: "Wort", to: "Zahl" });
  expect(await listTags(reader)).toEqual([
    { name: "Zahl", count: 2 },
    { name: "zu prüfen", count: 1 },
  ]);
});

test("a note that changed gets a new revision, and is found by its new tag", async () => {
  await act({ kind: "rename-tag", tag: "Wort", to: "Ausdruck" });
  const page = await listNotes(reader, { ...everyNote, text: "Ausdruck" }, null);
  expect(page?.notes.map(({ annotation }) => annotation.revision)).toEqual([2, 2]);
  expect(await listNotes(reader, { ...everyNote, text: "Wort" }, null)).toMatchObject({
    notes: [],
  });
  const changes = await db().change.count({
    where: { annotationId: { in: ids }, kind: "replaced" },
  });
  expect(changes).toBe(2);
});

test("to a group that one does not write in nothing is given, and nothing else is done either", async () => {
  const { id: groupId } = await db().group.create({ data: { name: "fremd" } });
  const before = await state();
  const acted = await actOnNotes(reader, [
    { kind: "colour", ids, colour: "pink" },
    { kind: "audience", ids, audience: "group", groupId },
  ]);
  expect(acted).toMatchObject({ ok: false, reason: "invalid" });
  expect(await state()).toEqual(before);
});
