import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Reading } from "../articles/load-article";
import { db } from "../db";
import { makeAnnotation } from "../testing/make-annotation";
import { seedAnnotation } from "../testing/seed-annotation";
import { seedArticle } from "../testing/seed-article";
import { seedGroup } from "../testing/seed-group";
import { newVisitor, type Visitor } from "../testing/visitor";
import { moveAccount } from "./move-account";

let reading: Reading;

beforeAll(async () => {
  reading = await seedArticle({ slug: "zwei-haefen" });
});

/** An anonymous account, and one with a name, as they are before the first signs in to the second. */
async function twoAccounts(): Promise<{ from: Visitor; to: Visitor }> {
  const [from, to] = [await newVisitor(), await newVisitor()];
  await db().user.update({ where: { id: to.viewer.id }, data: { isAnonymous: false } });
  return { from, to };
}

function marks(who: Visitor, tags: string[] = []) {
  return seedAnnotation(who.viewer, makeAnnotation(reading, "Hafen", { tags }));
}

test("where both have something, all of it is there afterwards, and the emptied account is gone", async () => {
  const { from, to } = await twoAccounts();
  const [ours, theirs] = [await marks(from), await marks(to)];
  const draft = await seedArticle({
    slug: "entwurf",
    audience: "draft",
    importedById: from.viewer.id,
  });
  await moveAccount(from.viewer.id, to.viewer.id);
  const owned = await db().annotation.findMany({ where: { ownerId: to.viewer.id } });
  expect(owned.map(({ id }) => id).sort()).toEqual([ours.id, theirs.id].sort());
  const article = await db().article.findUniqueOrThrow({ where: { slug: draft.slug } });
  expect(article.importedById).toBe(to.viewer.id);
  expect(await db().user.findUnique({ where: { id: from.viewer.id } })).toBeNull();
});

test("a tag of both is one tag afterwards, on the annotations of both", async () => {
  const { from, to } = await twoAccounts();
  const ours = await marks(from, ["hafen", "Neu"]);
  const theirs = await marks(to, ["Hafen"]);
  await moveAccount(from.viewer.id, to.viewer.id);
  const tags = await db().tag.findMany({
    where: { ownerId: to.viewer.id },
    orderBy: { key: "asc" },
    select: { name: true, annotations: { select: { annotationId: true } } },
  });
  expect(tags.map(({ name }) => name)).toEqual(["Hafen", "Neu"]);
  const onBoth = tags[0]?.annotations.map(({ annotationId }) => annotationId).sort();
  expect(onBoth).toEqual([ours.id, theirs.id].sort());
});

test("in a group of both the mightier role stays, in others the only one", async () => {
  const { from, to } = await twoAccounts();
  const both = await seedGroup("beide", [
    [from, "owner"],
    [to, "reader"],
  ]);
  const one = await seedGroup("eine", [[from, "member"]]);
  await moveAccount(from.viewer.id, to.viewer.id);
  const memberships = await db().membership.findMany({ where: { userId: to.viewer.id } });
  const byGroup = new Map(memberships.map(({ groupId, role }) => [groupId, role]));
  expect(byGroup).toEqual(
    new Map([
      [both, "owner"],
      [one, "member"],
    ]),
  );
});

test("whoever was sent away from a group without a name stays so under one", async () => {
  const { from, to } = await twoAccounts();
  const groupId = await seedGroup("9b", [[await newVisitor(), "owner"]]);
  await db().groupBan.create({ data: { groupId, userId: from.viewer.id } });
  await moveAccount(from.viewer.id, to.viewer.id);
  expect(await db().groupBan.findMany({ select: { groupId: true, userId: true } })).toEqual([
    { groupId, userId: to.viewer.id },
  ]);
});

test("the first owner of an installation may have been anonymous, and stays its owner", async () => {
  const { from, to } = await twoAccounts();
  await db().user.update({ where: { id: from.viewer.id }, data: { role: "owner" } });
  await moveAccount(from.viewer.id, to.viewer.id);
  const user = await db().user.findUniqueOrThrow({ where: { id: to.viewer.id } });
  expect(user.role).toBe("owner");
});

test("an account with a name is never emptied into another, and nothing happens twice", async () => {
  const { from, to } = await twoAccounts();
  const { id } = await marks(to);
  await moveAccount(to.viewer.id, from.viewer.id);
  expect((await db().annotation.findUniqueOrThrow({ where: { id } })).ownerId).toBe(to.viewer.id);
  await moveAccount(from.viewer.id, to.viewer.id);
  await moveAccount(from.viewer.id, to.viewer.id);
  await moveAccount(randomUUID(), to.viewer.id);
  expect(await db().annotation.count({ where: { ownerId: to.viewer.id } })).toBe(1);
});

test("a change that arrives while the account moves is either moved with it or refused, never lost in between", async () => {
  const { from, to } = await twoAccounts();
  const attempts = Array.from({ length: 12 }, () => marks(from));
  const [moved, ...made] = await Promise.allSettled([
    moveAccount(from.viewer.id, to.viewer.id),
    ...attempts,
  ]);
  expect(moved.status).toBe("fulfilled");
  const written = made.filter(({ status }) => status === "fulfilled").length;
  expect(await db().annotation.count({ where: { ownerId: to.viewer.id } })).toBe(written);
  expect(await db().annotation.count({ where: { ownerId: from.viewer.id } })).toBe(0);
});
