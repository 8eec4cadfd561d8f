import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { PAGE_SIZE } from "@/server/annotations/list-annotations";
import { db } from "@/server/db";
import { makeAnnotation } from "@/server/testing/make-annotation";
import { seedAnnotation } from "@/server/testing/seed-annotation";
import { seedArticle } from "@/server/testing/seed-article";
import { seedGroup } from "@/server/testing/seed-group";
import { send } from "@/server/testing/send";
import { newVisitor, type Visitor } from "@/server/testing/visitor";
import { GET } from "./route";

let reader: Visitor;
let other: Visitor;

beforeAll(async () => {
  [reader, other] = [await newVisitor(), await newVisitor()];
});

function list(slug: string, cookie?: string) {
  const request = send("GET", `/api/articles/${slug}/annotations`, { cookie });
  return GET(request, { params: Promise.resolve({ slug }) });
}

async function idsOf(response: Response): Promise<readonly string[]> {
  const { annotations } = await response.json();
  return annotations.map(({ id }: { id: string }) => id);
}

test("everyone is given their own annotations of that article, oldest first, and nobody any", async () => {
  const here = await seedArticle({ slug: "hier" });
  const there = await seedArticle({ slug: "dort" });
  const first = await seedAnnotation(reader.viewer, makeAnnotation(here, "drei Schiffe"));
  const second = await seedAnnotation(reader.viewer, makeAnnotation(here, "Hafen"));
  const foreign = await seedAnnotation(other.viewer, makeAnnotation(here, "Hafen"));
  await seedAnnotation(reader.viewer, makeAnnotation(there, "Hafen"));

  expect(await (await list("hier", reader.cookie)).json()).toEqual({
    annotations: [first, second],
    replies: [],
    seen: expect.stringMatching(/^\d+$/),
    next: null,
  });
  expect(await idsOf(await list("hier", other.cookie))).toEqual([foreign.id]);
  expect(await idsOf(await list("hier"))).toEqual([]);
});

test("deleted ones are left out", async () => {
  const article = await seedArticle({ slug: "geloescht" });
  const { id } = await seedAnnotation(reader.viewer, makeAnnotation(article, "Hafen"));
  await db().annotation.update({ where: { id }, data: { deletedAt: new Date() } });
  expect(await idsOf(await list("geloescht", reader.cookie))).toEqual([]);
});

test("an article that is not there, or a draft of another, is not found", async () => {
  await seedArticle({ slug: "entwurf", audience: "draft", importedById: other.viewer.id });
  for (const slug of ["entwurf", "gibt-es-nicht", "%00", "a\0b", "A b", "x".repeat(5000)]) {
    const response = await list(slug, reader.cookie);
    expect(response.status).toBe(404);
    expect((await response.json()).reason).toBe("not-found");
  }
  expect((await list("entwurf", other.cookie)).status).toBe(200);
});

test("no cache keeps what belongs to one reader", async () => {
  await seedArticle({ slug: "cache" });
  const response = await list("cache", reader.cookie);
  expect(response.headers.get("cache-control")).toBe("no-store");
});

test("a reader is given their own, what is public, and what is for a group of theirs, with who made it", async () => {
  const article = await seedArticle({ slug: "gemeinsam" });
  const [teacher, pupil, stranger] = [await newVisitor(), await newVisitor(), await newVisitor()];
  await db().user.update({ where: { id: teacher.viewer.id }, data: { name: "Frau Becker" } });
  const groupId = await seedGroup("Klasse 9b", [
    [teacher, "owner"],
    [pupil, "reader"],
  ]);
  const make = (rest: object) =>
    seedAnnotation(teacher.viewer, makeAnnotation(article, "Hafen", rest));
  await make({});
  const forClass = await make({ audience: "group", groupId });
  const forAll = await make({ audience: "public" });
  await make({ audience: "link" });

  const seen = await (await list("gemeinsam", pupil.cookie)).json();
  expect(seen.annotations).toMatchObject([
    {
      id: forClass.id,
      author: { id: teacher.viewer.id, name: "Frau Becker" },
      groupName: "Klasse 9b",
      isOwn: false,
      mayAnswer: false,
    },
    { id: forAll.id, groupName: null, isOwn: false, mayAnswer: true },
  ]);
  expect(await idsOf(await list("gemeinsam", stranger.cookie))).toEqual([forAll.id]);
  expect(await idsOf(await list("gemeinsam"))).toEqual([forAll.id]);
  expect(await idsOf(await list("gemeinsam", teacher.cookie))).toHaveLength(4);
});

test("a long list comes in pages that join without a gap, also where everything was made at once", async () => {
  const article = await seedArticle({ slug: "lang" });
  const { anchor } = makeAnnotation(article, "Hafen");
  const row = await db().article.findUniqueOrThrow({ where: { slug: "lang" } });
  const createdAt = new Date();
  await db().annotation.createMany({
    data: Array.from({ length: 2 * PAGE_SIZE + 1 }, () => ({
      ...{ id: randomUUID(), ownerId: other.viewer.id, articleId: row.id, side: "de" as const },
      ...{ colour: "yellow" as const, anchor, audience: "public" as const, createdAt },
    })),
  });
  const ids: string[] = [];
  const sizes: number[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const query: string = after ? `?after=${encodeURIComponent(after)}` : "";
    const request = send("GET", `/api/articles/lang/annotations${query}`);
    const response = await GET(request, { params: Promise.resolve({ slug: "lang" }) });
    const page = await response.json();
    sizes.push(page.annotations.length);
    ids.push(...page.annotations.map(({ id }: { id: string }) => id));
    after = page.next;
  }
  expect(sizes).toEqual([PAGE_SIZE, PAGE_SIZE, 1]);
  expect(new Set(ids).size).toBe(2 * PAGE_SIZE + 1);
});

test("a page takes the same number of queries however many annotations and answers there are", async () => {
  const article = await seedArticle({ slug: "gezaehlt" });
  const one = await seedAnnotation(
    reader.viewer,
    makeAnnotation(article, "Hafen", { audience: "public", tags: ["eins", "zwei"] }),
  );
  await list("gezaehlt", other.cookie); // the version is read once, and kept
  const few = await countQueries(() => list("gezaehlt", other.cookie));
  const row = await db().annotation.findUniqueOrThrow({ where: { id: one.id } });
  await db().annotation.createMany({
    data: Array.from({ length: PAGE_SIZE - 1 }, () => ({
      ...{ id: randomUUID(), ownerId: reader.viewer.id, articleId: row.articleId },
      ...{ side: "de" as const, colour: "yellow" as const, audience: "public" as const },
      anchor: one.anchor,
    })),
  });
  await db().reply.createMany({
    data: Array.from({ length: 50 }, () => ({
      ...{ id: randomUUID(), annotationId: one.id, authorId: other.viewer.id },
      note: { type: "doc", content: [] },
    })),
  });
  const many = await countQueries(() => list("gezaehlt", other.cookie));
  expect(many).toBe(few);
  // The session, the article, the viewer’s groups, the links they opened and whether they wrote here; the annotations with the feed, the answers.
  expect(many).toBe(QUERIES);
});

const QUERIES = 7;

test("thirty readers who ask at once take hardly more queries than one", async () => {
  const article = await seedArticle({ slug: "klasse" });
  const { id } = await seedAnnotation(
    reader.viewer,
    makeAnnotation(article, "Hafen", { audience: "public" }),
  );
  const pupils = await Promise.all(Array.from({ length: 30 }, () => newVisitor()));
  await list("klasse", pupils[0]?.cookie); // the version is read once, and kept
  const query = vi.spyOn(Client.prototype, "query");
  const answers = await Promise.all(pupils.map(({ cookie }) => list("klasse", cookie)));
  const count = query.mock.calls.filter(([asked]) => !isNotify(asked)).length;
  query.mockRestore();
  for (const response of answers) expect(await idsOf(response)).toEqual([id]);
  expect(count).toBeLessThanOrEqual(3 * QUERIES);
});

test("whoever has written there themselves is given a page of their own, also beside others at the same moment", async () => {
  const article = await seedArticle({ slug: "nebeneinander" });
  const [writer, answerer, pupil] = [await newVisitor(), await newVisitor(), await newVisitor()];
  const make = (rest: object) => makeAnnotation(article, "Hafen", rest);
  const forAll = await seedAnnotation(writer.viewer, make({ audience: "public" }));
  const forMe = await seedAnnotation(writer.viewer, make({}));
  await db().reply.create({
    data: {
      ...{ id: randomUUID(), annotationId: forAll.id, authorId: answerer.viewer.id },
      note: { type: "doc", content: [] },
    },
  });
  const asked = [writer, answerer, pupil, writer, answerer, pupil].map(({ cookie }) => cookie);
  const [ofWriter, ofAnswerer, ofPupil, ...again] = await Promise.all(
    asked.map(async (cookie) => (await list("nebeneinander", cookie)).json()),
  );
  expect(again).toEqual([ofWriter, ofAnswerer, ofPupil]);
  expect(ofWriter).toMatchObject({
    annotations: [
      { id: forAll.id, isOwn: true },
      { id: forMe.id, isOwn: true },
    ],
    replies: [{ isOwn: false }],
  });
  expect(ofAnswerer).toMatchObject({ annotations: [{ isOwn: false }], replies: [{ isOwn: true }] });
  expect(ofPupil).toMatchObject({ annotations: [{ isOwn: false }], replies: [{ isOwn: false }] });
  expect([ofAnswerer, ofPupil].map(({ annotations }) => annotations.length)).toEqual([1, 1]);
  expect((await (await list("nebeneinander")).json()).annotations).toMatchObject([
    { id: forAll.id, isOwn: false, mayAnswer: false },
  ]);
});

test("of thirty who have written behind a page nobody has a page of their own, and whoever has written on it finds it there", async () => {
  const article = await seedArticle({ slug: "spaet" });
  const { anchor } = makeAnnotation(article, "Hafen");
  const { id: articleId } = await db().article.findUniqueOrThrow({ where: { slug: "spaet" } });
  const common = { articleId, side: "de" as const, colour: "yellow" as const, anchor };
  const long = Date.now() - 1_000_000;
  await db().annotation.createMany({
    data: Array.from({ length: PAGE_SIZE + 1 }, (_, index) => ({
      ...{ ...common, id: randomUUID(), ownerId: other.viewer.id, audience: "public" as const },
      createdAt: new Date(long + index),
    })),
  });
  const late = await Promise.all(Array.from({ length: 30 }, () => newVisitor()));
  const early = await newVisitor();
  const write = ({ viewer }: Visitor, createdAt: Date) =>
    db().annotation.create({
      data: { ...common, id: randomUUID(), ownerId: viewer.id, audience: "me", createdAt },
    });
  for (const visitor of late) await write(visitor, new Date());
  const own = await write(early, new Date(long + 5));

  const [firstOfEarly, firstOfLate] = await Promise.all(
    [early, late[0]].map(async (visitor) => (await list("spaet", visitor?.cookie)).json()),
  );
  expect(firstOfEarly.annotations).toContainEqual(
    expect.objectContaining({ id: own.id, isOwn: true }),
  );
  const query = vi.spyOn(Client.prototype, "query");
  const answers = await Promise.all(late.map(({ cookie }) => list("spaet", cookie)));
  const count = query.mock.calls.filter(([asked]) => !isNotify(asked)).length;
  query.mockRestore();
  expect(count).toBeLessThanOrEqual(3 * QUERIES);
  for (const answer of answers) expect(await answer.json()).toEqual(firstOfLate);
  expect(firstOfLate.annotations).toHaveLength(PAGE_SIZE);
  expect(firstOfLate.annotations).not.toContainEqual(expect.objectContaining({ isOwn: true }));
  const after = send("GET", `/api/articles/spaet/annotations?after=${firstOfLate.next}`, {
    cookie: late[0]?.cookie,
  });
  const rest = await (await GET(after, { params: Promise.resolve({ slug: "spaet" }) })).json();
  expect(rest.annotations.map(({ isOwn }: { isOwn: boolean }) => isOwn)).toEqual([false, true]);

  // An answer to something on the page makes it a page of one's own, too.
  const { id: annotationId } = await db().annotation.findFirstOrThrow({
    where: { articleId, ownerId: other.viewer.id },
    orderBy: { createdAt: "asc" },
  });
  const note = { type: "doc", content: [] };
  const authorId = late[1]?.viewer.id ?? "";
  await db().reply.create({ data: { id: randomUUID(), annotationId, authorId, note } });
  const { replies } = await (await list("spaet", late[1]?.cookie)).json();
  expect(replies).toMatchObject([{ isOwn: true }]);
});

test("a page is sent as it is, whatever the reader takes: Next compresses, and would drop our word for it", async () => {
  await seedArticle({ slug: "gepackt" });
  const headers = { "accept-encoding": "gzip" };
  const request = send("GET", "/api/articles/gepackt/annotations", { headers });
  const response = await GET(request, { params: Promise.resolve({ slug: "gepackt" }) });
  expect(response.headers.get("content-encoding")).toBeNull();
  expect((await response.json()).annotations).toEqual([]);
});

async function countQueries(ask: () => Promise<Response>): Promise<number> {
  const query = vi.spyOn(Client.prototype, "query");
  const response = await ask();
  expect(response.status).toBe(200);
  // What was written before may still be told to other processes meanwhile.
  const count = query.mock.calls.filter(([asked]) => !isNotify(asked)).length;
  query.mockRestore();
  return count;
}

function isNotify(asked: unknown): boolean {
  const text = z.union([z.string(), z.looseObject({ text: z.string() })]).parse(asked);
  return (typeof text === "string" ? text : text.text).startsWith("NOTIFY");
}

test.each(["x", "2026-01-01T00:00:00.000Z", "2026-01-01T00:00:00.000Z_x", "_", "{}"])(
  "a place in the list that is none is not found: %s",
  async (after) => {
    const { slug } = await seedArticle({ slug: `ort-${randomUUID()}` });
    const path = `/api/articles/${slug}/annotations?after=${encodeURIComponent(after)}`;
    const response = await GET(send("GET", path), { params: Promise.resolve({ slug }) });
    expect(response.status).toBe(404);
  },
);
