import "server-only";
import { tagKey } from "@/core/annotation/tag";
import type { Transaction } from "../db";

/** Gives one of somebody's annotations these tags and no others; a tag they have under another spelling stays as it is. */
export async function writeTags(
  transaction: Transaction,
  ownerId: string,
  annotationId: string,
  tags: readonly string[],
): Promise<void> {
  await transaction.annotationTag.deleteMany({ where: { annotationId } });
  if (tags.length === 0) return;
  const ids = await tagIds(transaction, ownerId, tags);
  await transaction.annotationTag.createMany({
    data: ids.map((tagId, position) => ({ annotationId, tagId, position })),
  });
}

/** The ids of somebody's tags by these names, made where they are new. */
export async function tagIds(
  transaction: Transaction,
  ownerId: string,
  names: readonly string[],
): Promise<readonly string[]> {
  const byKey = new Map(names.map((name) => [tagKey(name), name]));
  // In one order for everybody: two changes that make the same tags must not wait for each other.
  const rows = [...byKey].sort().map(([key, name]) => ({ ownerId, key, name }));
  await transaction.tag.createMany({ data: rows, skipDuplicates: true });
  const found = await transaction.tag.findMany({
    where: { ownerId, key: { in: [...byKey.keys()] } },
    select: { id: true, key: true },
  });
  const ids = new Map(found.map(({ id, key }) => [key, id]));
  return [...byKey.keys()].flatMap((key) => ids.get(key) ?? []);
}
