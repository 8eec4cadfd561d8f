import { expect, test } from "vitest";
import { articleSideText } from "@/core/annotation/article-side-text";
import { resolveAnchor } from "@/core/annotation/resolve-anchor";
import type { Article } from "@/core/article/article";
import { applyOperation } from "@/core/article/operations/apply-operation";
import type { Operation } from "@/core/article/operations/operation";
import { compose, type PositionMap } from "@/core/article/position-map";
import type { Reading } from "../articles/load-article";
import { db } from "../db";
import { anchorOf, makeAnnotation } from "../testing/make-annotation";
import { seedAnnotation } from "../testing/seed-annotation";
import { seedArticle } from "../testing/seed-article";
import { newVisitor } from "../testing/visitor";
import { getAnnotation } from "./get-annotation";
import { moveAnchors } from "./move-anchors";
import { putAnnotation } from "./put-annotation";

const stamp = { by: "ada", at: "2026-11-22T20:00:00.000Z" };

/** Version 2 of an article, and the map that leads there. */
function edited(start: Article, operations: readonly Operation[]) {
  let article = start;
  let map: PositionMap = { touched: [], segments: [] };
  for (const operation of operations) {
    const result = applyOperation(article, operation, stamp);
    if (!result.ok) throw new Error(`${operation.kind}: ${result.reason}`);
    map = compose(map, result.map);
    article = result.article;
  }
  return { article, map };
}

async function save(reading: Reading, operations: readonly Operation[]) {
  const { article, map } = edited(reading.article, operations);
  const { id: articleId } = await db().article.findUniqueOrThrow({
    where: { slug: reading.slug },
    select: { id: true },
  });
  const before = { article: reading.article, version: 1 };
  const after = { article, version: 2 };
  await db().$transaction((transaction) =>
    moveAnchors(transaction, { articleId, before, after, map }),
  );
  return article;
}

function sentenceWith(reading: Reading, side: "de" | "en", words: string): string {
  const anchor = anchorOf(reading, side, words);
  return anchor.sentences[0] ?? "";
}

test("a version made by operations takes notes and corrected twins along to their words", async () => {
  const reading = await seedArticle({ slug: "mitgenommen" });
  const { viewer } = await newVisitor();
  const twin = anchorOf(reading, "en", "three ships");
  const note = await seedAnnotation(viewer, makeAnnotation(reading, "drei Schiffe", { twin }));
  const article = await save(reading, [
    {
      kind: "insert-sentence",
      text: "Es war Herbst.",
      place: { kind: "before", sentence: sentenceWith(reading, "de", "Am Morgen") },
      partner: null,
    },
    {
      kind: "insert-sentence",
      text: "It was autumn.",
      place: { kind: "before", sentence: sentenceWith(reading, "en", "In the morning") },
      partner: null,
    },
  ]);
  const moved = await getAnnotation(viewer, note.id);
  if (!moved?.twin) throw new Error("The note lost its twin");
  for (const anchor of [moved.anchor, moved.twin]) {
    expect(anchor.version).toBe(2);
    expect(resolveAnchor(articleSideText(article, anchor.side), anchor).kind).toBe("exact");
  }
  expect([moved.anchor.exact, moved.twin.exact]).toEqual(["drei Schiffe", "three ships"]);
  expect(moved.anchor.start.offset).toBe(note.anchor.start.offset + "Es war Herbst. ".length);
  expect(moved.revision).toBe(note.revision);
});

test("a note whose sentence is deleted keeps its anchor and finds no place", async () => {
  const reading = await seedArticle({ slug: "gestrichen" });
  const { viewer } = await newVisitor();
  const note = await seedAnnotation(viewer, makeAnnotation(reading, "noch eines"));
  const article = await save(reading, [
    { kind: "delete-sentences", sentences: [sentenceWith(reading, "de", "noch eines")] },
  ]);
  const kept = await getAnnotation(viewer, note.id);
  expect(kept?.anchor).toEqual(note.anchor);
  expect(resolveAnchor(articleSideText(article, "de"), note.anchor)).toEqual({ kind: "orphaned" });
});

test("a reader of the older version who changes a note's colour does not take it back from its new place", async () => {
  const reading = await seedArticle({ slug: "aelterer-stand" });
  const { viewer } = await newVisitor();
  const note = await seedAnnotation(viewer, makeAnnotation(reading, "drei Schiffe"));
  await save(reading, [
    {
      kind: "insert-sentence",
      text: "Es war Herbst.",
      place: { kind: "before", sentence: sentenceWith(reading, "de", "Am Morgen") },
      partner: null,
    },
  ]);
  const body = makeAnnotation(reading, "drei Schiffe", { id: note.id, colour: "pink" });
  const state = { kind: "revision", revision: note.revision } as const;
  const result = await putAnnotation(viewer, note.id, {
    key: crypto.randomUUID(),
    fingerprint: "pink",
    state,
    body,
  });
  expect(result.ok).toBe(true);
  expect(await getAnnotation(viewer, note.id)).toMatchObject({
    colour: "pink",
    anchor: { version: 2, exact: "drei Schiffe" },
  });
});
