import "server-only";
import { tagKey } from "@/core/annotation/tag";
import type { Transaction } from "../db";

/**
 * Gives one of somebody's annotations these tags and no others, and answers with their names: a tag they have under
 * another spelling stays as it is.
 */
export async function writeTags(
  transaction: Transaction,
  ownerId: string,
  annotationId: string,
  tags: readonly string[],
  { isNew = false } = {},
): Promise<readonly string[]> {
  if (!isNew) await transaction.annotationTag.deleteMany({ where: { annotationId } });
  if (tags.length === 0) return [];
  const found = await findOrMakeTags(transaction, ownerId, tags);
  await transaction.annotationTag.createMany({
    data: found.map(({ id }, position) => ({ annotationId, tagId: id, position })),
  });
  return found.map(({ name }) => name);
}

/** Somebody's tags by these names, made where they are new. */
export async function findOrMakeTags(
  transaction: Transaction,
  ownerId: string,
  names: readonly string[],
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const byKey = new Map(names.map((name) => [tagKey(name), name]));
  // In one order for everybody: two changes that make the same tags must not wait for each other.
  const rows = [...byKey].sort().map(([key, name]) => ({ ownerId, key, name }));
  await transaction.tag.createMany({ data: rows, skipDuplicates: true });
  const found = await transaction.tag.findMany({
    where: { ownerId, key: { in: [...byKey.keys()] } },
    select: { id: true, key: true, name: true },
  });
  const tags = new Map(found.map(({ key, ...tag }) => [key, tag]));
  return [...byKey.keys()].flatMap((key) => tags.get(key) ?? []);
}
