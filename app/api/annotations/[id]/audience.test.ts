import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Annotation } from "@/core/annotation/annotation";
import type { Reading } from "@/server/articles/load-article";
import { db } from "@/server/db";
import { makeAnnotation } from "@/server/testing/make-annotation";
import { seedAnnotation } from "@/server/testing/seed-annotation";
import { seedArticle } from "@/server/testing/seed-article";
import { seedGroup } from "@/server/testing/seed-group";
import { send } from "@/server/testing/send";
import { newVisitor, type Visitor } from "@/server/testing/visitor";
import { DELETE, GET, PUT } from "./route";

let reading: Reading;
let teacher: Visitor;
let pupil: Visitor;
let listener: Visitor;
let stranger: Visitor;
let groupId: string;

beforeAll(async () => {
  reading = await seedArticle({ slug: "zwei-haefen" });
  [teacher, pupil, listener, stranger] = await Promise.all([
    newVisitor(),
    newVisitor(),
    newVisitor(),
    newVisitor(),
  ]);
  groupId = await seedGroup("Klasse 9b", [
    [teacher, "owner"],
    [pupil, "member"],
    [listener, "reader"],
  ]);
});

function put(
  who: Visitor,
  body: Pick<Annotation, "id"> & Partial<Record<keyof Annotation, unknown>>,
  revision: number | null = null,
) {
  const condition: Record<string, string> =
    revision === null ? { "if-none-match": "*" } : { "if-match": `"${revision}"` };
  const headers = { "idempotency-key": randomUUID(), ...condition };
  const request = send("PUT", `/api/annotations/${body.id}`, { cookie: who.cookie, headers, body });
  return PUT(request, { params: Promise.resolve({ id: body.id }) });
}

async function statusFor(who: Visitor | null, id: string): Promise<number> {
  const request = send("GET", `/api/annotations/${id}`, { cookie: who?.cookie });
  return (await GET(request, { params: Promise.resolve({ id }) })).status;
}

function note(rest: Partial<Annotation> = {}): Annotation {
  return makeAnnotation(reading, "drei Schiffe", rest);
}

test("an annotation is for its maker alone until they say otherwise, also where they say nothing", async () => {
  const { audience: _, groupId: __, ...silent } = note();
  const response = await put(pupil, silent);
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({ audience: "me", groupId: null });
  expect(await statusFor(teacher, silent.id)).toBe(404);
});

test("moving it opens it to those it is for then, and closes it to those it was for", async () => {
  const made = note();
  await put(pupil, made);
  const everybody = () =>
    Promise.all([pupil, teacher, listener, stranger, null].map((who) => statusFor(who, made.id)));
  expect(await everybody()).toEqual([200, 404, 404, 404, 404]);
  await put(pupil, { ...made, audience: "group", groupId }, 1);
  expect(await everybody()).toEqual([200, 200, 200, 404, 404]);
  await put(pupil, { ...made, audience: "public" }, 2);
  expect(await everybody()).toEqual([200, 200, 200, 200, 200]);
  await put(pupil, { ...made, audience: "link" }, 3);
  expect(await everybody()).toEqual([200, 404, 404, 404, 404]);
  await put(pupil, made, 4);
  expect(await everybody()).toEqual([200, 404, 404, 404, 404]);
});

test("seeing is not changing: whoever else sees it can neither write to it nor delete it", async () => {
  const made = note({ audience: "group", groupId });
  await put(pupil, made);
  for (const who of [teacher, listener, stranger]) {
    expect((await put(who, { ...made, colour: "pink" }, 1)).status).toBe(404);
    const headers = { "idempotency-key": randomUUID(), "if-match": '"1"' };
    const request = send("DELETE", `/api/annotations/${made.id}`, { cookie: who.cookie, headers });
    const params = Promise.resolve({ id: made.id });
    expect((await DELETE(request, { params })).status).toBe(404);
  }
});

test("a group that somebody does not write in takes nothing from them, and does not say whether it is there", async () => {
  const archived = await seedGroup("Klasse 8b", [[pupil, "owner"]]);
  await db().group.update({ where: { id: archived }, data: { archivedAt: new Date() } });
  const attempts = [
    [stranger, groupId],
    [listener, groupId],
    [pupil, archived],
    [stranger, randomUUID()],
  ] as const;
  const answers = await Promise.all(
    attempts.map(async ([who, id]) => {
      const response = await put(who, note({ audience: "group", groupId: id }));
      return { status: response.status, body: await response.text() };
    }),
  );
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]?.status).toBe(422);
  expect(answers[0]?.body).toContain("audience");
});

test.each([
  ["a group without its name", { audience: "group", groupId: null }],
  ["a group's name without the group", { audience: "public", groupId: randomUUID() }],
  ["an audience there is not", { audience: "everyone" }],
  ["an operator in its place", { audience: { not: "me" } }],
  ["an operator in place of the group", { audience: "group", groupId: { not: null } }],
  ["somebody else as its maker", { ownerId: "another" }],
  ["a claim that it may be answered", { mayAnswer: true }],
])("%s is refused", async (_, rest) => {
  const response = await put(pupil, { ...note(), ...rest });
  expect(response.status).toBe(422);
  expect((await response.json()).reason).toBe("invalid");
});

test("whoever has left a group no longer sees what is for it, and keeps what they wrote", async () => {
  const leaver = await newVisitor();
  const group = await seedGroup("AG", [
    [teacher, "owner"],
    [leaver, "member"],
  ]);
  const theirs = await seedAnnotation(leaver.viewer, note({ audience: "group", groupId: group }));
  const other = await seedAnnotation(teacher.viewer, note({ audience: "group", groupId: group }));
  expect(await statusFor(leaver, other.id)).toBe(200);
  await db().membership.deleteMany({ where: { userId: leaver.viewer.id } });
  expect(await statusFor(leaver, other.id)).toBe(404);
  expect(await statusFor(leaver, theirs.id)).toBe(200);
  expect(await statusFor(teacher, theirs.id)).toBe(200);
});

test("what is for a group or for everyone stays closed where the article is not theirs to read", async () => {
  const importedById = teacher.viewer.id;
  const draft = await seedArticle({ slug: "entwurf", audience: "draft", importedById });
  const rest = { audience: "public" } as const;
  const made = await seedAnnotation(teacher.viewer, makeAnnotation(draft, "Hafen", rest));
  expect(await statusFor(pupil, made.id)).toBe(404);
  await db().article.updateMany({
    where: { slug: "entwurf" },
    data: { audience: "group", groupId },
  });
  expect(await statusFor(pupil, made.id)).toBe(200);
  expect(await statusFor(stranger, made.id)).toBe(404);
});
