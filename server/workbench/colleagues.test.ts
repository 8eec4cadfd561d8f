import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { db } from "../db";
import { seedArticle } from "../testing/seed-article";
import { newVisitor } from "../testing/visitor";
import { dismissFinding, recallFinding } from "./dismiss-finding";
import { openDraft } from "./open-draft";
import { addComment, changeComment, deleteComment, listComments } from "./row-comments";

type Someone = Awaited<ReturnType<typeof newVisitor>>["viewer"];

const finding = { key: "00ff00ff00ff00ff", rule: "number" };

let slug: string;
let editor: Someone;
let reviewer: Someone;
let reader: Someone;

beforeEach(async () => {
  slug = `kollegen-${randomUUID()}`;
  await seedArticle({ slug });
  [editor, reviewer, reader] = [
    (await newVisitor("editor")).viewer,
    (await newVisitor("reviewer")).viewer,
    (await newVisitor()).viewer,
  ];
});

async function dismissed(viewer: Someone) {
  return (await openDraft(viewer, slug))?.dismissed;
}

test("what one dismissed is dismissed for all who work on the article, until somebody shows it again", async () => {
  await dismissFinding(editor, slug, finding);
  await dismissFinding(reviewer, slug, finding);
  expect(await dismissed(reviewer)).toEqual([finding.key]);
  await recallFinding(reviewer, slug, finding);
  expect(await dismissed(editor)).toEqual([]);
});

test("a reader dismisses nothing", async () => {
  expect(await dismissFinding(reader, slug, finding)).toMatchObject({ reason: "not-found" });
  expect(await db().dismissedFinding.count({ where: { article: { slug } } })).toBe(0);
});

test("a comment is read by colleagues, sent twice it is there once", async () => {
  const comment = { id: randomUUID(), rowId: "r2", text: "Steht das so im Original?" };
  await addComment(editor, slug, comment);
  await addComment(editor, slug, comment);
  const seen = await listComments(reviewer, slug);
  expect(seen).toHaveLength(1);
  expect(seen?.[0]).toMatchObject({ ...comment, isOwn: false, isResolved: false });
  expect(await listComments(reader, slug)).toBeNull();
});

test("a colleague resolves a comment, and only its author deletes it", async () => {
  const id = randomUUID();
  await addComment(editor, slug, { id, rowId: "r1", text: "Bitte ansehen." });
  await changeComment(reviewer, slug, id, { isResolved: true });
  expect((await listComments(editor, slug))?.[0]?.isResolved).toBe(true);
  expect(await deleteComment(reviewer, slug, id)).toMatchObject({ reason: "not-found" });
  expect(await deleteComment(editor, slug, id)).toEqual({ ok: true });
  expect(await listComments(editor, slug)).toEqual([]);
});
