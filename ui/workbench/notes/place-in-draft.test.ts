import { expect, test } from "vitest";
import type { StoredAnnotation } from "@/core/annotation/annotation";
import { articleSideText } from "@/core/annotation/article-side-text";
import { describeAnchor } from "@/core/annotation/describe-anchor";
import { offsetToPoint } from "@/core/annotation/side-text";
import type { Article } from "@/core/article/article";
import { articleFromBlocks } from "@/core/article/article-from-blocks";
import { blockText } from "@/core/article/content";
import { applyOperation } from "@/core/article/operations/apply-operation";
import { unmoved } from "@/core/article/operations/edited";
import { applyPatch } from "@/core/article/operations/patch";
import { compose } from "@/core/article/position-map";
import { applyChanges } from "@/ui/annotations/store/apply-changes";
import { type EditedDraft, placeInDraft } from "./place-in-draft";

const stamp = { by: "ada", at: "2026-11-23T04:00:00.000Z" };

const article = articleFromBlocks(
  {
    de: side(["Der Ofen war kalt. ", "Niemand hatte ihn angezündet."]),
    en: side(["The oven was cold. ", "Nobody had lit it."]),
  },
  [0, 1].map((index) => ({ de: [index], en: [index], probability: 1, status: "proposed" })),
);

function side(sentences: readonly string[]) {
  const node = {
    type: "paragraph" as const,
    content: [{ type: "text" as const, text: sentences.join("") }],
  };
  return { frontMatter: {}, blocks: [{ node, sentences }] };
}

function marked(words: string) {
  const text = articleSideText(article, "de");
  const at = text.text.indexOf(words);
  const start = offsetToPoint(text, at);
  const end = offsetToPoint(text, at + words.length);
  const described = start && end && describeAnchor(text, { start, end }, 1);
  if (!described?.ok) throw new Error(words);
  const stored: StoredAnnotation = {
    ...{ id: "00000000-0000-4000-8000-000000000001", articleSlug: "ofen", colour: "green" },
    ...{ anchor: described.anchor, twin: null, note: null, tags: [], audience: "me" },
    ...{ groupId: null, groupName: null, revision: 1, resolvedAt: null, isDeleted: false },
    ...{ createdAt: stamp.at, updatedAt: stamp.at, isOwn: true, mayAnswer: true },
    author: { id: "ada", name: "Ada" },
  };
  return applyChanges({ annotations: new Map([[stored.id, stored]]), replies: new Map() }, []);
}

function edited(text: string): EditedDraft & { readonly undone: EditedDraft } {
  const nodes = [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }];
  const edits = [{ block: "db1", nodes }];
  const result = applyOperation(article, { kind: "edit-text", edits }, stamp);
  if (!result.ok) throw new Error(result.reason);
  const before = applyPatch(result.article, result.inverse);
  return {
    ...{ opened: article, article: result.article, moved: result.map },
    undone: { opened: article, article: before, moved: compose(result.map, result.inverse.map) },
  };
}

function wordsIn(shown: Article, placement: ReturnType<typeof placeInDraft>): string[] {
  return shown.sides.de.blocks.flatMap(({ id, node }) =>
    (placement.spans.get(id) ?? []).map(({ start, end }) => blockText(node).slice(start, end)),
  );
}

test("a mark covers the same words when something is written before them, and when that is taken back", () => {
  const notes = marked("angezündet");
  const draft = edited("Der alte Ofen in der Küche war kalt. Niemand hatte ihn angezündet.");
  expect(wordsIn(draft.article, placeInDraft(draft, notes))).toEqual(["angezündet"]);
  expect(wordsIn(article, placeInDraft(draft.undone, notes))).toEqual(["angezündet"]);
});

test("a mark goes along when a word within it is changed", () => {
  const draft = edited("Der Ofen war kalt. Niemand hatte ihn heute angezündet.");
  const placement = placeInDraft(draft, marked("hatte ihn angezündet"));
  expect(wordsIn(draft.article, placement)).toEqual(["hatte ihn heute angezündet"]);
  expect(placement.placed.map(({ rowIndex }) => rowIndex)).toEqual([0]);
});

test("a mark whose words are deleted is listed as missing, and is back when that is taken back", () => {
  const notes = marked("angezündet");
  const draft = edited("Der Ofen war kalt.");
  expect(placeInDraft(draft, notes)).toMatchObject({ placed: [], missing: notes });
  expect(placeInDraft(draft.undone, notes).missing).toEqual([]);
});

test("before anything is edited a mark stands where it was made", () => {
  const draft = { opened: article, article, moved: unmoved };
  expect(wordsIn(article, placeInDraft(draft, marked("Ofen war")))).toEqual(["Ofen war"]);
});
