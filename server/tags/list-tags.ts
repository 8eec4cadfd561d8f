import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";

export type TagCount = { readonly name: string; readonly count: number };

/** The viewer's tags that any of their annotations has, the most used first. */
export async function listTags(viewer: Viewer): Promise<readonly TagCount[]> {
  const living = { annotation: { deletedAt: null } };
  const rows = await db().tag.findMany({
    where: { ownerId: viewer.id, annotations: { some: living } },
    select: { name: true, _count: { select: { annotations: { where: living } } } },
  });
  return rows
    .map(({ name, _count }) => ({ name, count: _count.annotations }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, "de"));
}
