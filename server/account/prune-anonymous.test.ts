import { beforeAll, expect, test } from "vitest";
import type { Reading } from "../articles/load-article";
import { db } from "../db";
import { env } from "../env";
import { makeAnnotation } from "../testing/make-annotation";
import { seedAnnotation } from "../testing/seed-annotation";
import { seedArticle } from "../testing/seed-article";
import { newVisitor, type Visitor } from "../testing/visitor";
import { pruneAnonymous } from "./prune-anonymous";

const DAY_MS = 24 * 60 * 60 * 1000;
let reading: Reading;

beforeAll(async () => {
  reading = await seedArticle({ slug: "zwei-haefen" });
});

/** Somebody who was last here so many days ago, and left a note. */
async function lastHere(days: number, rest: { isAnonymous?: boolean } = {}): Promise<Visitor> {
  const visitor = await newVisitor();
  const { id } = visitor.viewer;
  await seedAnnotation(visitor.viewer, makeAnnotation(reading, "Hafen", { audience: "public" }));
  const time = new Date(Date.now() - days * DAY_MS);
  await db().annotation.updateMany({ where: { ownerId: id }, data: { updatedAt: time } });
  await db().session.updateMany({ where: { userId: id }, data: { updatedAt: time } });
  await db().user.update({ where: { id }, data: { ...rest, updatedAt: time } });
  return visitor;
}

async function isThere({ viewer }: Visitor): Promise<boolean> {
  const notes = await db().annotation.count({ where: { ownerId: viewer.id } });
  const accounts = await db().user.count({ where: { id: viewer.id } });
  expect(notes).toBe(accounts);
  return accounts === 1;
}

test("accounts without a name go with their notes after as many days as the operator chose, and no others", async () => {
  const [old, young] = [await lastHere(31), await lastHere(29)];
  const named = await lastHere(31, { isAnonymous: false });
  const withCode = await lastHere(31);
  const code = { userId: withCode.viewer.id, codeHash: "x" };
  await db().recoveryCode.create({ data: code });
  const came = await lastHere(31);
  await db().session.updateMany({
    where: { userId: came.viewer.id },
    data: { updatedAt: new Date() },
  });

  await pruneAnonymous(Date.now());
  expect(await isThere(old)).toBe(true); // the operator has chosen nothing
  Object.assign(env(), { ANONYMOUS_DAYS: 30 });
  await pruneAnonymous(Date.now());
  expect(await isThere(old)).toBe(false);
  for (const kept of [young, named, withCode, came]) expect(await isThere(kept)).toBe(true);
});
