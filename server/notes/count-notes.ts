import "server-only";
import type { NoteFacets } from "@/core/notes/listed-note";
import type { NotesQuery } from "@/core/notes/notes-query";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";
import { titlesOf } from "./list-notes";
import { notesWhere } from "./notes-where";

const MOST_VALUES = 200;

/** How many of the notes that the query finds are of each kind, the commonest first; in a fixed number of queries. */
export async function countNotes(viewer: Viewer, query: NotesQuery): Promise<NoteFacets> {
  const where = await notesWhere(viewer, query);
  const { annotation, annotationTag } = db();
  const _count = { _all: true } as const;
  const [total, colours, sides, byArticle, byGroup, byPerson, resolved, orphaned, byTag] =
    await Promise.all([
      annotation.count({ where }),
      annotation.groupBy({ by: "colour", where, _count }),
      annotation.groupBy({ by: "side", where, _count }),
      annotation.groupBy({ by: "articleId", where, _count }),
      annotation.groupBy({
        by: "groupId",
        where: { AND: [where, { NOT: { groupId: null } }] },
        _count,
      }),
      annotation.groupBy({ by: "ownerId", where, _count }),
      annotation.count({ where: { AND: [where, { NOT: { resolvedAt: null } }] } }),
      annotation.count({ where: { AND: [where, { index: { isOrphaned: true } }] } }),
      annotationTag.groupBy({ by: "tagId", where: { annotation: where }, _count }),
    ]);
  const [articles, groups, people, tags] = await Promise.all([
    db().article.findMany({
      where: { id: { in: byArticle.map(({ articleId }) => articleId) } },
      select: { id: true, slug: true, currentVersion: { select: { summary: true } } },
    }),
    db().group.findMany({
      where: { id: { in: byGroup.flatMap(({ groupId }) => groupId ?? []) } },
      select: { id: true, name: true },
    }),
    db().user.findMany({
      where: { id: { in: byPerson.map(({ ownerId }) => ownerId) } },
      select: { id: true, name: true },
    }),
    db().tag.findMany({
      where: { id: { in: byTag.map(({ tagId }) => tagId) } },
      select: { id: true, name: true },
    }),
  ]);
  const states = { open: total - resolved, resolved, orphaned };
  return {
    total,
    colours: ranked(colours.map((row) => ({ value: row.colour, count: row._count._all }))),
    sides: ranked(sides.map((row) => ({ value: row.side, count: row._count._all }))),
    tags: ranked(
      joinNames(
        tags,
        countsOf(byTag, ({ tagId }) => tagId),
      ),
    ),
    articles: ranked(
      articles.map(({ id, slug, currentVersion }) => ({
        value: slug,
        titles: titlesOf(currentVersion?.summary),
        count: countsOf(byArticle, ({ articleId }) => articleId).get(id) ?? 0,
      })),
    ),
    groups: ranked(
      groups.map(({ id, name }) => ({
        value: id,
        name,
        count: countsOf(byGroup, ({ groupId }) => groupId ?? "").get(id) ?? 0,
      })),
    ),
    people: ranked(
      people.map(({ id, name }) => ({
        value: id,
        name: name || null,
        count: countsOf(byPerson, ({ ownerId }) => ownerId).get(id) ?? 0,
      })),
    ),
    states: (["open", "resolved", "orphaned"] as const).map((value) => ({
      value,
      count: states[value],
    })),
  };
}

function countsOf<Row extends { readonly _count: { readonly _all: number } }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, number> {
  return new Map(rows.map((row) => [keyOf(row), row._count._all]));
}

/** Tags of the same name of several people are one. */
function joinNames(
  tags: readonly { readonly id: string; readonly name: string }[],
  counts: ReadonlyMap<string, number>,
) {
  const sums = new Map<string, number>();
  for (const { id, name } of tags) sums.set(name, (sums.get(name) ?? 0) + (counts.get(id) ?? 0));
  return [...sums].map(([value, count]) => ({ value, count }));
}

function ranked<Entry extends { readonly count: number; readonly value: string }>(
  entries: Entry[],
): Entry[] {
  return entries
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value, "de"))
    .slice(0, MOST_VALUES);
}
