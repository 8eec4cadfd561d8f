import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterEach, beforeAll, expect, test } from "vitest";
import type { Annotation, StoredAnnotation } from "@/core/annotation/annotation";
import { annotationOf } from "@/core/annotation/annotation";
import { deleteAnnotation } from "@/server/annotations/delete-annotation";
import { putAnnotation } from "@/server/annotations/put-annotation";
import type { Reading } from "@/server/articles/load-article";
import { db } from "@/server/db";
import { makeAnnotation } from "@/server/testing/make-annotation";
import { readList } from "@/server/testing/read-list";
import { seedAnnotation } from "@/server/testing/seed-annotation";
import { seedArticle } from "@/server/testing/seed-article";
import { send } from "@/server/testing/send";
import { newVisitor, type Visitor } from "@/server/testing/visitor";
import { GET } from "./route";

let article: Reading;
let writer: Visitor;
let classmate: Visitor;
let left: Visitor;
let stranger: Visitor;
let groupId: string;

beforeAll(async () => {
  article = await seedArticle({ slug: "live" });
  [writer, classmate, left, stranger] = [
    await newVisitor(),
    await newVisitor(),
    await newVisitor(),
    await newVisitor(),
  ];
  groupId = randomUUID();
  const members = [writer, classmate, left].map(({ viewer }) => ({
    userId: viewer.id,
    role: "member" as const,
  }));
  await db().group.create({ data: { id: groupId, name: "Kurs", members: { create: members } } });
  await db().membership.delete({ where: { groupId_userId: { groupId, userId: left.viewer.id } } });
});

type Event = { readonly event: string; readonly id: string; readonly data: unknown };

const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

/** Opens the stream as a visitor's browser would, and waits until it is told that it misses nothing. */
async function listen(visitor: Visitor | null, after?: string) {
  const query = after === undefined ? "" : `&after=${after}`;
  const response = await GET(
    send("GET", `/api/live?article=live${query}`, { cookie: visitor?.cookie }),
  );
  expect(response.status).toBe(200);
  const reader = (response.body ?? new ReadableStream()).getReader();
  open.push(() => reader.cancel());
  const decoder = new TextDecoder();
  let text = "";
  const next = async (): Promise<Event> => {
    for (;;) {
      const end = text.indexOf("\n\n");
      if (end >= 0) {
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        const event = parse(block);
        if (event) return event;
        continue;
      }
      const { done, value } = await reader.read();
      if (done) throw new Error("The stream has ended");
      text += decoder.decode(value, { stream: true });
    }
  };
  const before: Event[] = [];
  let ready = await next();
  while (ready.event !== "ready") {
    before.push(ready);
    ready = await next();
  }
  return { next, before, readyId: ready.id };
}

function parse(block: string): Event | null {
  const fields = new Map(
    block
      .split("\n")
      .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]),
  );
  const event = fields.get("event");
  return event
    ? { event, id: fields.get("id") ?? "", data: JSON.parse(fields.get("data") ?? "") }
    : null;
}

function write(more: Partial<Annotation> = {}): Promise<StoredAnnotation> {
  return seedAnnotation(writer.viewer, { ...makeAnnotation(article, "Hafen"), ...more });
}

async function replace(stored: StoredAnnotation, more: Partial<Annotation>): Promise<void> {
  const key = randomUUID();
  const state = { kind: "revision" as const, revision: stored.revision };
  const body = { ...annotationOf(stored), ...more };
  const change = { key, fingerprint: key, state, body };
  expect((await putAnnotation(writer.viewer, stored.id, change)).ok).toBe(true);
}

function told(kind: string, { id }: StoredAnnotation) {
  const data = { kind, articleSlug: "live", annotationId: id, isOwn: false, isReply: false };
  return expect.objectContaining({ event: "message", data: expect.objectContaining(data) });
}

test("a public note is told to everybody, a group's to its members, one's own to oneself", async () => {
  const streams = await Promise.all([classmate, left, stranger, null].map((who) => listen(who)));
  const own = await listen(writer);
  const mine = await write();
  const ours = await write({ audience: "group", groupId });
  const everybodys = await write({ audience: "public" });
  const [toClassmate, ...toOthers] = streams;

  expect(await toClassmate?.next()).toEqual(told("new", ours));
  expect(await toClassmate?.next()).toEqual(told("new", everybodys));
  for (const stream of toOthers) expect(await stream.next()).toEqual(told("new", everybodys));
  for (const { id } of [mine, ours, everybodys]) {
    expect(await own.next()).toMatchObject({ data: { annotationId: id, isOwn: true } });
  }
});

test("what is taken back is gone for those who saw it, and for nobody else a word", async () => {
  const everybodys = await write({ audience: "public" });
  const ours = await write({ audience: "group", groupId });
  const [toClassmate, toStranger] = [await listen(classmate), await listen(stranger)];
  await replace(ours, { audience: "me", groupId: null });
  const key = randomUUID();
  const state = { kind: "revision" as const, revision: 1 };
  const change = { key, fingerprint: key, state, body: undefined };
  await deleteAnnotation(writer.viewer, everybodys.id, change);

  expect(await toClassmate.next()).toEqual(told("gone", ours));
  expect(await toClassmate.next()).toEqual(told("gone", everybodys));
  expect(await toStranger.next()).toEqual(told("gone", everybodys));
});

test("what becomes public is told as changed, and the stream holds none of its words", async () => {
  const mine = await write();
  const stream = await listen(stranger);
  await replace(mine, { audience: "public" });
  const event = await stream.next();
  expect(event).toEqual(told("changed", mine));
  expect(JSON.stringify(event)).not.toContain("Hafen");
});

test("a browser that was away is told what it missed, once it asks from where it was", async () => {
  const { readyId } = await listen(stranger);
  await Promise.all(open.splice(0).map((close) => close()));
  const missed = await write({ audience: "public" });
  await write();
  const { before } = await listen(stranger, readyId);
  expect(before.filter(({ data }) => JSON.stringify(data).includes(missed.id))).toHaveLength(1);
});

test("what happens between loading the list and opening the stream is told", async () => {
  const page = await readList(stranger.viewer, "live");
  const between = await write({ audience: "public" });
  const { before } = await listen(stranger, page?.seen);
  expect(before).toContainEqual(told("new", between));
});

test("a change that another process has committed arrives, also one with an earlier number than the last", async () => {
  const annotation = await write({ audience: "public" });
  const stream = await listen(stranger);
  const [slow, quick] = [await connect(), await connect()];
  const { id: articleId } = await db().article.findUniqueOrThrow({ where: { slug: "live" } });
  const insert = `INSERT INTO change (kind, "articleId", "annotationId") VALUES ('replaced', $1, $2)`;
  await slow.query("BEGIN");
  await slow.query(insert, [articleId, annotation.id]);
  await quick.query(insert, [articleId, annotation.id]);
  await quick.query("NOTIFY zwiesprache_changes");
  const first = await stream.next();
  await slow.query("COMMIT");
  await quick.query("NOTIFY zwiesprache_changes");
  const second = await stream.next();
  expect(BigInt(second.id)).toBe(BigInt(first.id) - 1n);
  await Promise.all([slow.end(), quick.end()]);
});

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  return client;
}

test("an article that the viewer may not read gives no stream", async () => {
  await seedArticle({ slug: "live-entwurf", audience: "draft", importedById: writer.viewer.id });
  for (const slug of ["live-entwurf", "gibt-es-nicht"]) {
    const request = send("GET", `/api/live?article=${slug}`, { cookie: stranger.cookie });
    expect((await GET(request)).status).toBe(404);
  }
});
