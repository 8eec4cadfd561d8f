import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import type { Annotation } from "@/core/annotation/annotation";
import type { Reading } from "../articles/load-article";
import { db } from "../db";
import { makeAnnotation } from "../testing/make-annotation";
import { seedArticle } from "../testing/seed-article";
import { seedGroup } from "../testing/seed-group";
import { newVisitor, type Visitor } from "../testing/visitor";
import { applyOnce } from "./apply-once";
import { createAnnotation } from "./create-annotation";
import { createAtOnce } from "./create-at-once";
import { putAnnotation } from "./put-annotation";

let reading: Reading;
let pupils: readonly Visitor[];

beforeAll(async () => {
  reading = await seedArticle({ slug: "zwei-haefen" });
  pupils = await Promise.all(Array.from({ length: 30 }, () => newVisitor()));
});

const note: Annotation["note"] = {
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: "Drei Schiffe kommen an." }] }],
};

function changeOf(body: Annotation, key: string = randomUUID()) {
  return { key, fingerprint: JSON.stringify(body), state: { kind: "absent" as const }, body };
}

async function rowsOf(id: string) {
  const [annotation] = await db().$queryRaw<object[]>`
    SELECT a.*, i."versionId", i."isOrphaned", i.position, i.counterpart, i.terms::text, c.kind, c."replyId"
    FROM annotation a JOIN annotation_index i ON i."annotationId" = a.id JOIN change c ON c."annotationId" = a.id
    WHERE a.id = ${id}::uuid`;
  return { ...annotation, id: "", createdAt: "", updatedAt: "" };
}

test.each(["me", "public", "link", "group"] as const)(
  "what is for %s is written at once as it is written step by step, and answered alike",
  async (audience) => {
    const [writer] = [await newVisitor()];
    const groupId = audience === "group" ? await seedGroup("9b", [[writer, "member"]]) : null;
    const make = () => makeAnnotation(reading, "drei Schiffe", { audience, groupId, note });
    const [one, other] = [make(), make()];
    const atOnce = await createAtOnce(writer.viewer, changeOf(one));
    const inSteps = await applyOnce(writer.viewer, changeOf(other), (transaction) =>
      createAnnotation(transaction, writer.viewer, other),
    );
    const same = { id: "", createdAt: "", updatedAt: "" };
    if (!atOnce || !inSteps.ok) throw new Error("Not written");
    expect({ ...atOnce.body, ...same }).toEqual({ ...inSteps.body, ...same });
    expect(atOnce.status).toBe(inSteps.status);
    expect(await rowsOf(one.id)).toEqual(await rowsOf(other.id));
    expect(await rowsOf(one.id)).toMatchObject({
      kind: "created",
      counterpart: expect.any(String),
    });
  },
);

test("a class that marks at once shares its queries, and has each mark once", async () => {
  const writes = pupils.map(({ viewer }) => ({
    viewer,
    change: changeOf(makeAnnotation(reading, "drei Schiffe", { audience: "public", note })),
  }));
  const query = vi.spyOn(Client.prototype, "query");
  const results = await Promise.all(
    writes.map(({ viewer, change }) => putAnnotation(viewer, change.body.id, change)),
  );
  const count = query.mock.calls.length;
  query.mockRestore();
  expect(results.map((result) => result.ok)).toEqual(pupils.map(() => true));
  expect(count).toBeLessThanOrEqual(10); // where each alone took some twelve
  const where = { annotationId: { in: writes.map(({ change }) => change.body.id) } };
  expect(await db().change.count({ where })).toBe(pupils.length);
  const again = await Promise.all(
    writes.map(({ viewer, change }) => putAnnotation(viewer, change.body.id, change)),
  );
  expect(again).toEqual(results);
  expect(await db().change.count({ where })).toBe(pupils.length);
});

test("who sends a key again for something else is refused, and nobody who writes beside them", async () => {
  const [first, ...others] = pupils.slice(0, 6);
  if (!first) throw new Error("Nobody is there");
  const key = randomUUID();
  const make = () => makeAnnotation(reading, "Hafen", { note });
  const before = make();
  expect((await putAnnotation(first.viewer, before.id, changeOf(before, key))).ok).toBe(true);
  const reused = make();
  const [refused, ...stored] = await Promise.all([
    putAnnotation(first.viewer, reused.id, changeOf(reused, key)),
    ...others.map(({ viewer }) => {
      const mine = make();
      return putAnnotation(viewer, mine.id, changeOf(mine));
    }),
  ]);
  expect(refused).toMatchObject({ ok: false, reason: "key-reused" });
  expect(stored.map((result) => result.ok)).toEqual(others.map(() => true));
  expect(await db().annotation.count({ where: { id: reused.id } })).toBe(0);
});

test("two who send an annotation of the same id at once do not share it", async () => {
  const [one, other] = pupils;
  if (!one || !other) throw new Error("Nobody is there");
  const body = makeAnnotation(reading, "Hafen", { note });
  const results = await Promise.all(
    [one, other].map(({ viewer }) => putAnnotation(viewer, body.id, changeOf(body))),
  );
  expect(results).toMatchObject([{ ok: true }, { ok: false, reason: "not-found" }]);
});

test("for a group only who writes there writes, and an archived one nobody", async () => {
  const [member, reader, stranger] = pupils;
  if (!member || !reader || !stranger) throw new Error("Nobody is there");
  const groupId = await seedGroup("9c", [
    [member, "member"],
    [reader, "reader"],
  ]);
  const write = (who: Visitor) => {
    const body = makeAnnotation(reading, "Hafen", { audience: "group", groupId, note });
    return putAnnotation(who.viewer, body.id, changeOf(body));
  };
  const refused = { ok: false, reason: "invalid", extra: { fields: ["audience"] } };
  expect(await Promise.all([member, reader, stranger].map(write))).toMatchObject([
    { ok: true, body: { groupName: "9c" } },
    refused,
    refused,
  ]);
  await db().group.update({ where: { id: groupId }, data: { archivedAt: new Date() } });
  expect(await write(member)).toMatchObject(refused);
});
