import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Reply } from "@/core/annotation/reply";
import type { Reading } from "@/server/articles/load-article";
import { db } from "@/server/db";
import { makeAnnotation } from "@/server/testing/make-annotation";
import { seedAnnotation } from "@/server/testing/seed-annotation";
import { seedArticle } from "@/server/testing/seed-article";
import { send } from "@/server/testing/send";
import { newVisitor, type Visitor } from "@/server/testing/visitor";
import { DELETE as reopen, PUT as resolve } from "../../annotations/[id]/resolution/route";
import { DELETE as removeAnnotation } from "../../annotations/[id]/route";
import { GET as list } from "../../articles/[slug]/annotations/route";
import { POST as restoreRoute } from "./restore/route";
import { DELETE, PUT } from "./route";

const create = { "if-none-match": "*" };
const first = { "if-match": '"1"' };
const second = { "if-match": '"2"' };

let reading: Reading;
let maker: Visitor;
let other: Visitor;
let annotationId: string;

beforeAll(async () => {
  reading = await seedArticle({ slug: "zwei-haefen" });
});

beforeEach(async () => {
  [maker, other] = [await newVisitor(), await newVisitor()];
  const words = { note: note("Warum drei?"), tags: ["Zahl"] };
  const { id } = await seedAnnotation(maker.viewer, makeAnnotation(reading, "Hafen", words));
  await db().annotation.update({ where: { id }, data: { audience: "public" } });
  annotationId = id;
});

function note(text: string) {
  const content = [{ type: "text" as const, text }];
  return { type: "doc" as const, content: [{ type: "paragraph" as const, content }] };
}

function reply(text: string): Reply {
  return { id: randomUUID(), annotationId, note: note(text) };
}

type Handler = (
  request: Request,
  context: { params: Promise<{ id: string }> },
) => Promise<Response>;
type Act = { id: string; headers: object; who?: Visitor; body?: unknown };

function act(handler: Handler, method: string, { id, headers, who = other, body }: Act) {
  const sending = { "idempotency-key": randomUUID(), ...headers };
  const request = send(method, `/api/things/${id}`, { cookie: who.cookie, headers: sending, body });
  return handler(request, { params: Promise.resolve({ id }) });
}

function put(body: Reply, headers: object = create, who = other) {
  return act(PUT, "PUT", { id: body.id, headers, who, body });
}

async function thread(who = other) {
  const request = send("GET", "/api/articles/zwei-haefen/annotations", { cookie: who.cookie });
  const answer = await list(request, { params: Promise.resolve({ slug: "zwei-haefen" }) });
  const { annotations, replies } = await answer.json();
  return {
    annotations: annotations.filter((one: { id: string }) => one.id === annotationId),
    replies: replies.filter((one: Reply) => one.annotationId === annotationId),
  };
}

describe("a reply", () => {
  test("is stored once, however often it is sent, and read by whoever sees the annotation", async () => {
    const answer = reply("Weil es drei waren 🙂");
    const headers = { ...create, "idempotency-key": randomUUID() };
    const [one, two] = [await put(answer, headers), await put(answer, headers)];
    expect([one.status, two.status]).toEqual([201, 201]);
    const stored = await one.json();
    expect(await two.json()).toEqual(stored);
    expect(stored).toMatchObject({ ...answer, isOwn: true, revision: 1 });

    const { replies } = await thread(maker);
    expect(replies).toEqual([{ ...stored, isOwn: false }]);
    expect((await thread(await newVisitor())).replies).toHaveLength(1);
  });

  test("is changed from the state that was seen, and only by its author", async () => {
    const answer = reply("eins");
    await put(answer);
    const changed = await put({ ...answer, note: note("zwei") }, first);
    expect([changed.status, changed.headers.get("etag")]).toEqual([200, '"2"']);
    const stale = await put({ ...answer, note: note("drei") }, first);
    expect(stale.status).toBe(412);
    expect((await stale.json()).current).toMatchObject({ note: note("zwei"), revision: 2 });
    expect((await put({ ...answer, note: note("vier") }, second, maker)).status).toBe(404);
  });

  test("cannot be moved to another thread", async () => {
    const answer = reply("hier");
    await put(answer);
    const elsewhere = await seedAnnotation(other.viewer, makeAnnotation(reading, "Schiffe"));
    expect((await put({ ...answer, annotationId: elsewhere.id }, first)).status).toBe(422);
  });

  test("that was deleted comes back by restoring, and never by a late change", async () => {
    const answer = reply("weg");
    const { id } = answer;
    await put(answer);
    expect((await act(DELETE, "DELETE", { id, headers: first })).status).toBe(200);
    expect((await thread()).replies).toEqual([]);
    expect((await put({ ...answer, note: note("spät") }, second)).status).toBe(404);
    expect((await act(restoreRoute, "POST", { id, headers: second })).status).toBe(200);
    expect((await thread()).replies).toMatchObject([{ note: note("weg"), revision: 3 }]);
  });

  test("that was deleted keeps its place, without words and author, while the thread goes on", async () => {
    const [gone, later] = [reply("nehme ich zurück"), reply("doch")];
    await put(gone);
    await put(later, create, maker);
    await act(DELETE, "DELETE", { id: gone.id, headers: first });
    const { replies } = await thread(await newVisitor());
    expect(replies.map(({ note: words }: Reply) => words)).toEqual([null, note("doch")]);
    expect(replies[0]).toMatchObject({ author: null, isOwn: false });
  });

  test("is not written under what the viewer does not see, and not read when it is taken back", async () => {
    await put(reply("gesehen"));
    await db().annotation.update({ where: { id: annotationId }, data: { audience: "me" } });
    expect((await thread()).replies).toEqual([]);
    expect((await thread(maker)).replies).toHaveLength(1);
    expect((await put(reply("blind"))).status).toBe(404);
  });

  test.each([
    ["no note", { note: null }],
    ["a note that is none", { note: { type: "doc", content: [{ type: "script" }] } }],
    ["a script as a link", { note: linked("javascript:alert(1)") }],
    ["half a surrogate pair", { note: note("\ud800") }],
    ["another id", { id: randomUUID() }],
    ["more than there is", { author: "somebody" }],
  ])("with %s is refused", async (_, part) => {
    const answer = reply("x");
    const body = { ...answer, ...part };
    const response = await act(PUT, "PUT", { id: answer.id, headers: create, body });
    expect([response.status, (await response.json()).reason]).toEqual([422, "invalid"]);
  });
});

describe("a deleted annotation", () => {
  const remove = () =>
    act(removeAnnotation, "DELETE", { id: annotationId, headers: first, who: maker });

  test("with answers of others stays as a place without words", async () => {
    await put(reply("Gute Frage"));
    await remove();
    const { annotations, replies } = await thread(maker);
    expect(annotations).toMatchObject([
      { id: annotationId, isDeleted: true, note: null, tags: [] },
    ]);
    expect(replies).toMatchObject([{ note: note("Gute Frage") }]);
    expect((await put(reply("zu spät"))).status).toBe(404);
  });

  test("with answers of its maker alone is gone", async () => {
    await put(reply("Nachtrag"), create, maker);
    await remove();
    expect(await thread(maker)).toEqual({ annotations: [], replies: [] });
  });
});

describe("a thread", () => {
  const at = (headers: object, who = other) => ({ id: annotationId, headers, who });

  test("is resolved and opened again, without standing in the way of who edits the note", async () => {
    expect((await act(resolve, "PUT", at(create))).status).toBe(201);
    const [resolved] = (await thread(maker)).annotations;
    expect(resolved).toMatchObject({ revision: 1, resolvedAt: expect.any(String) });

    const again = await act(resolve, "PUT", at(create, maker));
    expect(again.status).toBe(412);
    expect((await again.json()).current.resolvedAt).toBe(resolved.resolvedAt);

    expect((await act(reopen, "DELETE", at(first))).status).toBe(200);
    expect((await thread(maker)).annotations).toMatchObject([{ revision: 1, resolvedAt: null }]);
    expect((await act(reopen, "DELETE", at(first))).status).toBe(404);
  });

  test("that the viewer does not see is not resolved", async () => {
    await db().annotation.update({ where: { id: annotationId }, data: { audience: "me" } });
    expect((await act(resolve, "PUT", at(create))).status).toBe(404);
    expect((await act(resolve, "PUT", at(create, maker))).status).toBe(201);
  });

  test("tells the change feed of every reply and every resolution", async () => {
    const answer = reply("hört mit");
    await put(answer);
    await act(resolve, "PUT", at(create));
    const changes = await db().change.findMany({
      where: { annotationId },
      orderBy: { sequence: "asc" },
      select: { kind: true, replyId: true },
    });
    expect(changes.slice(1)).toEqual([
      { kind: "created", replyId: answer.id },
      { kind: "replaced", replyId: null },
    ]);
  });
});

function linked(href: string) {
  const text = { type: "text", text: "hier", marks: [{ type: "link", attrs: { href } }] };
  return { type: "doc", content: [{ type: "paragraph", content: [text] }] };
}
