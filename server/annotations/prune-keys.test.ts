import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "../db";
import { newVisitor } from "../testing/visitor";
import { pruneKeys } from "./prune-keys";

const HOUR_MS = 60 * 60 * 1000;
const now = Date.UTC(2026, 10, 22);

async function keyFrom(ageMs: number): Promise<string> {
  const { viewer } = await newVisitor();
  const key = randomUUID();
  const createdAt = new Date(now - ageMs);
  const row = { ownerId: viewer.id, key, bodyHash: "", status: 200, response: {}, createdAt };
  await db().idempotencyKey.create({ data: row });
  return key;
}

async function keysLeft(): Promise<readonly string[]> {
  return (await db().idempotencyKey.findMany()).map(({ key }) => key);
}

test("a key is forgotten after a week, and looked for once an hour", async () => {
  const kept = await keyFrom(6 * 24 * HOUR_MS);
  await keyFrom(8 * 24 * HOUR_MS);
  await pruneKeys(now);
  expect(await keysLeft()).toEqual([kept]);

  const old = await keyFrom(8 * 24 * HOUR_MS);
  await pruneKeys(now + HOUR_MS / 2);
  expect(await keysLeft()).toContain(old);
  await pruneKeys(now + HOUR_MS);
  expect(await keysLeft()).toEqual([kept]);
});
