import { randomUUID } from "node:crypto";
import { unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import type { Reading } from "../articles/load-article";
import { db } from "../db";
import { makeAnnotation } from "../testing/make-annotation";
import { seedAnnotation } from "../testing/seed-annotation";
import { seedArticle } from "../testing/seed-article";
import { seedGroup } from "../testing/seed-group";
import { newVisitor, type Visitor } from "../testing/visitor";
import { deleteAccount } from "./delete-account";
import { exportAccount } from "./export-account";

const secret = "Quittengelee";
let reading: Reading;

beforeAll(async () => {
  reading = await seedArticle({ slug: "zwei-haefen" });
});

function noteOf(text: string) {
  const content = [{ type: "text" as const, text }];
  return { type: "doc" as const, content: [{ type: "paragraph" as const, content }] };
}

function marks(who: Visitor) {
  const rest = { note: noteOf(secret), tags: [secret], audience: "public" as const };
  return seedAnnotation(who.viewer, makeAnnotation(reading, "Hafen", rest));
}

async function answer(who: Visitor, annotationId: string, text: string) {
  const row = { id: randomUUID(), annotationId, authorId: who.viewer.id, note: noteOf(text) };
  await db().reply.create({ data: row });
}

/** Somebody who has left something of theirs wherever a person can. */
async function busyPerson() {
  const [person, other] = [await newVisitor(), await newVisitor()];
  const { id } = person.viewer;
  await db().user.update({ where: { id }, data: { name: secret } });
  const alone = await marks(person);
  const answered = await marks(person);
  await answer(other, answered.id, "Das sehe ich anders.");
  const others = await marks(other);
  await db().annotation.update({ where: { id: others.id }, data: { note: noteOf("von anderen") } });
  await db().tag.updateMany({ where: { ownerId: other.viewer.id }, data: { name: "x", key: "x" } });
  await answer(person, others.id, secret);
  const article = await db().article.findUniqueOrThrow({ where: { slug: reading.slug } });
  const at = { articleId: article.id, rowId: "r1" };
  await db().rowComment.create({
    data: { ...at, id: randomUUID(), authorId: id, text: secret },
  });
  await db().textReport.create({
    data: { ...at, kind: "typo", version: 1, quote: "", text: secret, reporterId: id },
  });
  await db().personalToken.create({
    data: { ownerId: id, name: secret, tokenHash: randomUUID(), scopes: [] },
  });
  const draft = await seedArticle({
    slug: `entwurf-${randomUUID()}`,
    audience: "draft",
    importedById: id,
  });
  return { person, other, alone, answered, others, draft };
}

/** How often the words stand anywhere in the database, table by table. */
async function traces(words: string): Promise<Record<string, number>> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
  const found: Record<string, number> = {};
  for (const { name } of tables) {
    const rows = await db().$queryRawUnsafe<{ count: bigint }[]>(
      `SELECT count(*) FROM "${name}" WHERE "${name}"::text LIKE $1`,
      `%${words}%`,
    );
    const count = Number(rows[0]?.count ?? 0);
    if (count > 0) found[name] = count;
  }
  return found;
}

test("an account that is deleted leaves none of its words anywhere in the database", async () => {
  const { person } = await busyPerson();
  expect(Object.keys(await traces(secret)).sort()).toEqual([
    "annotation",
    "idempotency_key",
    "personal_token",
    "reply",
    "row_comment",
    "tag",
    "text_report",
    "user",
  ]);
  const { id } = person.viewer;
  expect(await deleteAccount(person.viewer, new Headers(), null)).toBeNull();
  expect(await db().user.findUnique({ where: { id } })).toBeNull();
  // What another account in this test once said twice: its own annotation's first answer is kept for a week.
  const left = await traces(secret);
  expect(Object.keys(left)).toEqual(["idempotency_key"]);
  expect(await db().idempotencyKey.count({ where: { ownerId: id } })).toBe(0);
  expect(await traces(id)).toEqual({});
});

test("others' answers stay readable, on the place they were given to", async () => {
  const { person, other, alone, answered, others } = await busyPerson();
  await deleteAccount(person.viewer, new Headers(), null);
  expect(await db().annotation.findUnique({ where: { id: alone.id } })).toBeNull();
  const kept = await db().annotation.findUniqueOrThrow({
    where: { id: answered.id },
    include: { replies: true, tags: true, owner: true },
  });
  expect(kept).toMatchObject({ note: null, tags: [], owner: { name: "" } });
  expect(kept.deletedAt).not.toBeNull();
  expect(kept.anchor).toEqual(answered.anchor);
  expect(kept.replies).toMatchObject([{ authorId: other.viewer.id, deletedAt: null }]);
  const thread = await db().reply.findMany({ where: { annotationId: others.id } });
  expect(thread).toMatchObject([{ authorId: null, note: { type: "doc", content: [] } }]);
});

test("a draft goes with its importer; what was published stays", async () => {
  const { person, draft } = await busyPerson();
  const published = await seedArticle({
    slug: `heft-${randomUUID()}`,
    importedById: person.viewer.id,
  });
  await deleteAccount(person.viewer, new Headers(), null);
  expect(await db().article.findUnique({ where: { slug: draft.slug } })).toBeNull();
  const article = await db().article.findUniqueOrThrow({ where: { slug: published.slug } });
  expect(article.importedById).toBeNull();
});

test("a group goes on under whoever is left, and one without anybody is gone", async () => {
  const [owner, moderator, member] = [await newVisitor(), await newVisitor(), await newVisitor()];
  const alone = await seedGroup("allein", [[owner, "owner"]]);
  const together = await seedGroup("zusammen", [
    [owner, "owner"],
    [member, "member"],
    [moderator, "moderator"],
  ]);
  await deleteAccount(owner.viewer, new Headers(), null);
  expect(await db().group.findUnique({ where: { id: alone } })).toBeNull();
  const left = await db().membership.findMany({
    where: { groupId: together },
    orderBy: { role: "asc" },
  });
  expect(left).toMatchObject([
    { userId: moderator.viewer.id, role: "owner" },
    { userId: member.viewer.id, role: "member" },
  ]);
});

test("the archive holds what a person owns, and nothing of others", async () => {
  const { person, answered, draft } = await busyPerson();
  const files = unzipSync(await exportAccount(person.viewer));
  const text = (name: string) => new TextDecoder().decode(files[name]);
  expect(Object.keys(files)).toContain(`articles/${draft.slug}/version-1/de.mdx`);
  const { annotations, tags } = JSON.parse(text("annotations.json"));
  expect(annotations.map(({ id }: { id: string }) => id)).toContain(answered.id);
  expect(tags).toEqual([secret]);
  for (const name of ["account.json", "replies.json", "work-on-articles.json"]) {
    expect(text(name)).toContain(secret);
  }
  const everything = Object.keys(files).map(text).join("\n");
  expect(everything).not.toContain("Das sehe ich anders.");
  expect(everything).not.toMatch(/tokenHash|password|codeHash/);
});
