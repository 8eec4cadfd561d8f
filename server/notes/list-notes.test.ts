import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { everyNote, type NotesQuery, noteSorts } from "@/core/notes/notes-query";
import type { Viewer } from "@/core/viewer/viewer";
import type { Reading } from "../articles/load-article";
import { db } from "../db";
import { makeAnnotation } from "../testing/make-annotation";
import { seedAnnotation } from "../testing/seed-annotation";
import { seedArticle } from "../testing/seed-article";
import { newVisitor } from "../testing/visitor";
import { countNotes } from "./count-notes";
import { listNoteIds } from "./list-note-ids";
import { listNotes, NOTES_PAGE_SIZE } from "./list-notes";
import { writeIndex } from "./write-index";

let harbours: Reading;
let copy: Reading;
let reader: Viewer;
let other: Viewer;

beforeAll(async () => {
  harbours = await seedArticle({ slug: "zwei-haefen" });
  copy = await seedArticle({ slug: "abschrift" });
  [reader, other] = [(await newVisitor()).viewer, (await newVisitor()).viewer];
  const words = {
    note: note("Die Rohstoffpolitik setzt hier ein, wie Minister sagen."),
    tags: ["Zahl"],
  };
  await seedAnnotation(reader, makeAnnotation(harbours, "drei Schiffe", words));
  await seedAnnotation(
    reader,
    makeAnnotation(harbours, "Kapitänin", { colour: "green", tags: ["Wortwahl", "Zahl"] }),
  );
  await seedAnnotation(reader, makeAnnotation(copy, "Abend", { note: note("Later, the evening") }));
  await seedAnnotation(other, makeAnnotation(harbours, "Abend", words));
});

function note(text: string) {
  const content = [{ type: "text" as const, text }];
  return { type: "doc" as const, content: [{ type: "paragraph" as const, content }] };
}

async function quotes(part: Partial<NotesQuery>, viewer = reader): Promise<readonly string[]> {
  const page = await listNotes(viewer, { ...everyNote, sort: "oldest", ...part }, null);
  return page?.notes.map(({ annotation }) => annotation.anchor.exact) ?? [];
}

describe("searching", () => {
  test.each([
    ["a word of the note in another form", "Rohstoffpolitiken", ["drei Schiffe"]],
    ["a part of a compound", "Politik", ["drei Schiffe"]],
    ["a separable verb", "einsetzen", ["drei Schiffe"]],
    ["the passage", "schiff", ["drei Schiffe"]],
    ["the counterpart passage in the other language", "ships morning", ["drei Schiffe"]],
    ["the counterpart of another", "captain", ["Kapitänin"]],
    ["a tag", "wortwahl", ["Kapitänin"]],
    ["an English note", "evenings", ["Abend"]],
    ["the beginning of a word, when asked for", "Rohst*", ["drei Schiffe"]],
    ["words that stand in different places", "Politik Zahl three", ["drei Schiffe"]],
    ["nothing that only begins like it", "Mine", []],
    ["nothing that is not there", "Politik Kapitänin", []],
    ["nothing for the language of the database", "' | 'x':* & !! <-> \\", []],
  ])("finds %s", async (_, text, found) => {
    expect(await quotes({ text })).toEqual(found);
  });

  test("an answer in the thread is found too, and not once it is deleted", async () => {
    const { viewer } = await newVisitor();
    const { id } = await seedAnnotation(viewer, makeAnnotation(harbours, "Hafen"));
    const reply = {
      id: randomUUID(),
      annotationId: id,
      authorId: viewer.id,
      note: note("Leuchtturm"),
    };
    await db().reply.create({ data: reply });
    await writeIndex(db(), [id]);
    expect(await quotes({ text: "Leuchttürme" }, viewer)).toEqual(["Hafen"]);
    await db().reply.update({ where: { id: reply.id }, data: { deletedAt: new Date() } });
    await writeIndex(db(), [id]);
    expect(await quotes({ text: "Leuchttürme" }, viewer)).toEqual([]);
  });
});

describe("facets", () => {
  test.each([
    [{ tags: ["zahl"] }, ["drei Schiffe", "Kapitänin"]],
    [{ tags: ["Zahl", "Wortwahl"] }, ["Kapitänin"]],
    [{ colours: ["green" as const] }, ["Kapitänin"]],
    [{ articles: ["abschrift"] }, ["Abend"]],
    [{ sides: ["en" as const] }, []],
    [{ state: "resolved" as const }, []],
    [{ state: "orphaned" as const }, []],
    [{ to: "2020-01-01" }, []],
    [{ from: "2020-01-01", to: "2999-01-01" }, ["drei Schiffe", "Kapitänin", "Abend"]],
  ])("%j", async (part, found) => {
    expect(await quotes(part)).toEqual(found);
  });

  test("are counted among what is found", async () => {
    const facets = await countNotes(reader, { ...everyNote, articles: ["zwei-haefen"] });
    expect(facets).toMatchObject({
      total: 2,
      tags: [
        { value: "Zahl", count: 2 },
        { value: "Wortwahl", count: 1 },
      ],
      articles: [
        { value: "zwei-haefen", titles: { de: "Zwei Häfen", en: "Two Harbours" }, count: 2 },
      ],
      people: [{ value: reader.id, count: 2 }],
      states: [
        { value: "open", count: 2 },
        { value: "resolved", count: 0 },
        { value: "orphaned", count: 0 },
      ],
    });
    expect(facets.colours).toHaveLength(2);
  });
});

test("nobody is listed or counted what is another's", async () => {
  expect(await quotes({}, other)).toEqual(["Abend"]);
  expect((await countNotes(other, everyNote)).total).toBe(1);
  expect(await listNoteIds(other, everyNote)).toHaveLength(1);
});

test("a note of a group is listed to its members, and acted on by its maker alone", async () => {
  const [maker, member] = [(await newVisitor()).viewer, (await newVisitor()).viewer];
  const { id: groupId } = await db().group.create({ data: { name: "Kurs B2" } });
  for (const { id: userId } of [maker, member]) {
    await db().membership.create({ data: { groupId, userId, role: "member" } });
  }
  const shared = { audience: "group" as const, groupId };
  await seedAnnotation(maker, makeAnnotation(harbours, "Hafen", shared));
  expect(await quotes({ text: "Häfen" }, member)).toEqual(["Hafen"]);
  expect((await countNotes(member, everyNote)).groups).toEqual([
    { value: groupId, name: "Kurs B2", count: 1 },
  ]);
  expect(await listNoteIds(member, everyNote)).toEqual([]);
  await db().membership.deleteMany({ where: { userId: member.id } });
  expect(await quotes({ text: "Häfen" }, member)).toEqual([]);
});

test("a note whose words are gone from the text is listed as orphaned, with the counterpart it had", async () => {
  const { viewer } = await newVisitor();
  const article = await seedArticle({ slug: "umgeschrieben" });
  await seedAnnotation(viewer, makeAnnotation(article, "drei Schiffe"));
  const { articleId } = await db().articleVersion.findUniqueOrThrow({
    where: { id: article.version.id },
    select: { articleId: true },
  });
  const former = await db().articleVersion.findUniqueOrThrow({ where: { id: article.version.id } });
  const { id: _, ...columns } = former;
  const next = await db().articleVersion.create({
    data: {
      ...columns,
      summary: columns.summary ?? {},
      map: {},
      number: 2,
      de: columns.de.replace("drei Schiffe", "zwei Boote"),
    },
  });
  await db().article.update({ where: { id: articleId }, data: { currentVersionId: next.id } });
  const page = await listNotes(viewer, { ...everyNote, state: "orphaned" }, null);
  expect(page?.notes).toMatchObject([
    { isOrphaned: true, counterpart: "In the morning there were three ships in the harbour." },
  ]);
});

describe("five thousand notes", () => {
  const count = 5000;
  let viewer: Viewer;
  let ids: readonly string[];

  beforeAll(async () => {
    viewer = (await newVisitor()).viewer;
    ids = await seedMany(viewer, count);
  }, 120_000);

  test.each(noteSorts)("are listed page by page, each once, in the order %s", async (sort) => {
    const seen: string[] = [];
    let after: string | null = null;
    let isFirst = true;
    while (isFirst || after !== null) {
      isFirst = false;
      const page = await listNotes(viewer, { ...everyNote, sort, text: "Ziffer7" }, after);
      seen.push(...(page?.notes.map(({ annotation }) => annotation.id) ?? []));
      after = page?.next ?? null;
    }
    expect(seen).toHaveLength(count / 10);
    expect(new Set(seen).size).toBe(count / 10);
  });

  test("take as many queries for a page and its facets as three do", async () => {
    const few = await queriesOf(reader, everyNote);
    expect(await queriesOf(viewer, everyNote)).toEqual(few);
    expect(few).toEqual({ list: expect.any(Number), facets: expect.any(Number) });
    expect(Math.max(few.list, few.facets)).toBeLessThanOrEqual(20);
    expect((await listNotes(viewer, everyNote, null))?.notes).toHaveLength(NOTES_PAGE_SIZE);
  });

  test("are all there for whoever chooses all of them", async () => {
    expect([...(await listNoteIds(viewer, everyNote))].sort()).toEqual([...ids].sort());
  });
});

test.each(["", "_", "gestern_1", `2026-11-22T10:00:00.000Z_${"x".repeat(36)}`, "'; DROP TABLE x"])(
  "a place in the list that is none is refused: %s",
  async (after) => {
    for (const sort of noteSorts) {
      expect(await listNotes(reader, { ...everyNote, sort }, after)).toBeNull();
    }
  },
);

async function queriesOf(viewer: Viewer, query: NotesQuery) {
  const spy = vi.spyOn(pg.Client.prototype, "query");
  await listNotes(viewer, query, null);
  const list = spy.mock.calls.length;
  await countNotes(viewer, query);
  const facets = spy.mock.calls.length - list;
  spy.mockRestore();
  return { list, facets };
}

async function seedMany(viewer: Viewer, many: number): Promise<readonly string[]> {
  const { id: articleId } = await db().article.findUniqueOrThrow({
    where: { slug: "zwei-haefen" },
  });
  const { anchor } = makeAnnotation(harbours, "drei Schiffe");
  const rows = Array.from({ length: many }, (_, index) => ({
    id: randomUUID(),
    ownerId: viewer.id,
    articleId,
    side: "de" as const,
    colour: "blue" as const,
    note: note(`Notiz Nummer ${index}, Ziffer${index % 10}`),
    anchor,
    createdAt: new Date(Date.UTC(2026, 0, 1) + Math.floor(index / 3) * 1000),
  }));
  await db().annotation.createMany({ data: rows });
  return rows.map(({ id }) => id);
}
