import { beforeEach, describe, expect, test } from "vitest";
import type { Operation } from "@/core/article/operations/operation";
import { loadArticle } from "../articles/load-article";
import { db } from "../db";
import { makeAnnotation } from "../testing/make-annotation";
import { seedAnnotation } from "../testing/seed-annotation";
import { seedArticle } from "../testing/seed-article";
import { newVisitor } from "../testing/visitor";
import { appendEntries } from "./append-entries";
import { compareVersions } from "./compare-versions";
import { listVersions } from "./list-versions";
import { loadMergeParts, mergeDraft } from "./merge-draft";
import { openDraft } from "./open-draft";
import { proposeRealign } from "./propose-realign";
import { restoreVersion } from "./restore-version";
import { saveVersion } from "./save-version";
import { deleteArticle } from "./set-audience";

type Someone = Awaited<ReturnType<typeof newVisitor>>["viewer"];

const verify: Operation = { kind: "set-status", sentences: ["ds1"], status: "verified" };
const mergeRows: Operation = { kind: "merge-rows", rows: ["r1", "r2"] };
const rewrite: Operation = {
  kind: "edit-text",
  edits: [
    {
      block: "db1",
      nodes: [
        {
          type: "paragraph",
          content: [
            {
              type: "text",
              text: "Am Morgen lagen vier Schiffe im Hafen. Am Abend war es noch eines.",
            },
          ],
        },
      ],
    },
  ],
};

let slug: string;
let ada: Someone;
let bert: Someone;
let count = 0;

beforeEach(async () => {
  count += 1;
  slug = `werkbank-${count}`;
  ada = (await newVisitor("editor")).viewer;
  bert = (await newVisitor("editor")).viewer;
  await seedArticle({ slug });
});

async function act(viewer: Someone, operation: Operation, after: number) {
  const version = await versionOf(viewer);
  return appendEntries(viewer, slug, { version, after, entries: [{ kind: "do", operation }] });
}

/** Of the viewer's draft, as a window knows it that has it open. */
async function versionOf(viewer: Someone): Promise<number> {
  const draft = await db().draft.findFirst({
    where: { editorId: viewer.id, article: { slug } },
    select: { savedVersion: { select: { number: true } } },
  });
  return draft?.savedVersion.number ?? 1;
}

async function step(viewer: Someone, kind: "undo" | "redo", after: number) {
  const version = await versionOf(viewer);
  return appendEntries(viewer, slug, { version, after, entries: [{ kind }] });
}

async function articleOf(viewer: Someone) {
  const draft = await openDraft(viewer, slug);
  if (!draft) throw new Error("No draft");
  return draft.article;
}

async function statusesOf(viewer: Someone) {
  return (await articleOf(viewer)).beads.map(({ status }) => status);
}

async function germanText(number?: number) {
  const version = await db().articleVersion.findFirstOrThrow({
    where: { article: { slug }, ...(number ? { number } : {}) },
    orderBy: { number: "desc" },
  });
  return version.de;
}

describe("a draft", () => {
  test("keeps what its editor did, and nobody else sees it", async () => {
    await act(ada, verify, 0);
    expect(await statusesOf(ada)).toContain("verified");
    expect(await statusesOf(bert)).not.toContain("verified");
  });

  test("goes back and on as far as its log reaches", async () => {
    const before = await articleOf(ada);
    await act(ada, verify, 0);
    await act(ada, mergeRows, 1);
    const after = await articleOf(ada);
    await step(ada, "undo", 2);
    await step(ada, "undo", 3);
    expect(await articleOf(ada)).toEqual(before);
    expect(await step(ada, "undo", 4)).toMatchObject({ ok: false, reason: "invalid" });
    await step(ada, "redo", 4);
    await step(ada, "redo", 5);
    expect(await articleOf(ada)).toEqual(after);
  });

  test("refuses what another window of the same editor did not know of", async () => {
    await act(ada, verify, 0);
    expect(await act(ada, mergeRows, 0)).toMatchObject({ reason: "stale", extra: { sequence: 1 } });
  });

  test("that is open goes on with the version that it shows, whatever was saved meanwhile", async () => {
    await openDraft(bert, slug);
    await act(ada, rewrite, 0);
    await saveVersion(ada, slug, { message: "Vier", after: 1 });
    await act(bert, verify, 0);
    expect(await saveVersion(bert, slug, { message: "Geprüft", after: 1 })).toMatchObject({
      reason: "stale",
      extra: { version: 2 },
    });
  });

  test("that began anew in another window takes nothing from one that shows the version before", async () => {
    await openDraft(bert, slug);
    await act(ada, rewrite, 0);
    await saveVersion(ada, slug, { message: "Vier", after: 1 });
    await openDraft(bert, slug);
    const entries = [{ kind: "do" as const, operation: verify }];
    expect(await appendEntries(bert, slug, { version: 1, after: 0, entries })).toMatchObject({
      reason: "stale",
    });
  });

  test("takes all that is sent or nothing", async () => {
    const twice = { kind: "do" as const, operation: verify };
    expect(
      await appendEntries(ada, slug, { version: 1, after: 0, entries: [twice, twice] }),
    ).toMatchObject({
      reason: "invalid",
      extra: { operation: "already-so" },
    });
    expect(await statusesOf(ada)).not.toContain("verified");
  });

  test("takes from a reviewer what verifies, and nothing that changes the text", async () => {
    const { viewer } = await newVisitor("reviewer");
    expect(await act(viewer, verify, 0)).toMatchObject({ ok: true });
    expect(await act(viewer, rewrite, 1)).toMatchObject({ reason: "not-found" });
  });
});

describe("a version", () => {
  test("holds what the draft did, and readers are shown it", async () => {
    await act(ada, verify, 0);
    await act(ada, rewrite, 1);
    expect(await saveVersion(ada, slug, { message: "Vier Schiffe", after: 2 })).toEqual({
      ok: true,
      version: 2,
    });
    const reading = await loadArticle(null, slug);
    expect(reading?.version.number).toBe(2);
    expect(reading?.article).toEqual(await articleOf(ada));
    expect(await germanText()).toContain("vier Schiffe");
  });

  test("says where its edits left the text", async () => {
    await act(ada, rewrite, 0);
    await saveVersion(ada, slug, { message: "Vier", after: 1 });
    const { map } = await db().articleVersion.findFirstOrThrow({
      where: { article: { slug }, number: 2 },
    });
    expect(map).toMatchObject({ touched: ["db1"] });
  });

  test("takes along what readers marked, to the words it stood on", async () => {
    const reading = await loadArticle(null, slug);
    if (!reading) throw new Error("No article");
    const { viewer } = await newVisitor();
    const { id } = await seedAnnotation(viewer, makeAnnotation(reading, "noch eines"));
    await act(ada, rewrite, 0);
    await act(ada, { kind: "delete-sentences", sentences: ["ds1"] }, 1);
    await saveVersion(ada, slug, { message: "Nur der Abend", after: 2 });
    const { anchor } = await db().annotation.findUniqueOrThrow({ where: { id } });
    expect(anchor).toMatchObject({
      version: 2,
      exact: "noch eines",
      start: { block: "db1", offset: "Am Abend war es ".length },
    });
  });

  test("is not saved where nothing changed, or where something came that was not seen", async () => {
    expect(await saveVersion(ada, slug, { message: "Nichts", after: 0 })).toMatchObject({
      reason: "invalid",
    });
    await act(ada, verify, 0);
    expect(await saveVersion(ada, slug, { message: "Zu früh", after: 0 })).toMatchObject({
      reason: "stale",
    });
  });

  test("can be gone behind: undoing works on after saving", async () => {
    await act(ada, rewrite, 0);
    await saveVersion(ada, slug, { message: "Vier", after: 1 });
    await step(ada, "undo", 1);
    await saveVersion(ada, slug, { message: "Doch drei", after: 2 });
    expect(await germanText()).toContain("drei Schiffe");
  });

  test("of one editor is never overwritten by another's", async () => {
    await act(ada, rewrite, 0);
    await act(bert, verify, 0);
    await saveVersion(ada, slug, { message: "Vier", after: 1 });
    expect(await saveVersion(bert, slug, { message: "Geprüft", after: 1 })).toMatchObject({
      reason: "stale",
      extra: { version: 2 },
    });
    expect(await germanText()).toContain("vier Schiffe");
  });

  test("of an article that was deleted meanwhile is refused, and nothing of it is kept", async () => {
    await act(ada, rewrite, 0);
    await act(bert, verify, 0);
    const owner = (await newVisitor("owner")).viewer;
    expect(await deleteArticle(owner, slug)).toEqual({ ok: true });
    const versions = await db().articleVersion.count({ where: { article: { slug } } });
    expect(await saveVersion(ada, slug, { message: "Vier", after: 1 })).toMatchObject({
      ok: false,
      reason: "not-found",
    });
    expect(await act(bert, mergeRows, 1)).toMatchObject({ ok: false, reason: "not-found" });
    expect(await db().articleVersion.count({ where: { article: { slug } } })).toBe(versions);
  });

  test("saved twice at once is saved once", async () => {
    await act(ada, verify, 0);
    const saves = await Promise.all([
      saveVersion(ada, slug, { message: "Eins", after: 1 }),
      saveVersion(ada, slug, { message: "Zwei", after: 1 }),
    ]);
    expect(saves.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await listVersions(ada, slug)).toHaveLength(2);
  });

  test("is taken into a draft that holds nothing of its own", async () => {
    await openDraft(bert, slug);
    await act(ada, rewrite, 0);
    await saveVersion(ada, slug, { message: "Vier", after: 1 });
    expect(await openDraft(bert, slug)).toMatchObject({ version: 2, currentVersion: 2 });
  });

  test("is compared with any other, word by word", async () => {
    await act(ada, rewrite, 0);
    await act(ada, verify, 1);
    await saveVersion(ada, slug, { message: "Vier", after: 2 });
    const diff = await compareVersions(bert, slug, { from: 1, to: 2 });
    expect(diff?.rows).toHaveLength(1);
    expect(diff?.rows[0]).toMatchObject({ kind: "changed", states: { verified: 1, doubted: 0 } });
    expect(diff?.rows[0]?.de.filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "removed", text: "drei" },
      { kind: "added", text: "vier" },
    ]);
  });

  test("is restored as a step of the draft that can be taken back", async () => {
    const first = await articleOf(ada);
    await act(ada, rewrite, 0);
    await saveVersion(ada, slug, { message: "Vier", after: 1 });
    const second = await articleOf(ada);
    await restoreVersion(ada, slug, { version: 1 });
    expect(await articleOf(ada)).toEqual(first);
    await saveVersion(ada, slug, { message: "Zurück zur ersten Fassung", after: 2 });
    expect(await germanText()).toBe(await germanText(1));
    await step(ada, "undo", 2);
    expect(await articleOf(ada)).toEqual(second);
  });
});

describe("what two editors did to the same version", () => {
  const verifySecond: Operation = { kind: "set-status", sentences: ["ds3"], status: "verified" };

  test("is put together where they worked on different rows", async () => {
    await act(ada, rewrite, 0);
    await act(bert, verifySecond, 0);
    await saveVersion(ada, slug, { message: "Vier", after: 1 });
    expect(await mergeDraft(bert, slug, { after: 1, version: 2, choices: [] })).toEqual({
      ok: true,
    });
    await saveVersion(bert, slug, { message: "Geprüft", after: 1 });
    expect(await germanText()).toContain("vier Schiffe");
    const reading = await loadArticle(null, slug);
    const bead = reading?.article.beads.find(({ de }) => de.includes("ds3"));
    expect(bead).toMatchObject({ status: "verified", by: bert.id });
  });

  test("is chosen from where both changed a row, and the merge can be taken back", async () => {
    await act(ada, rewrite, 0);
    await act(bert, verify, 0);
    await saveVersion(ada, slug, { message: "Vier", after: 1 });
    const parts = await loadMergeParts(bert, slug);
    expect(parts?.version).toBe(2);
    await mergeDraft(bert, slug, { after: 1, version: 2, choices: ["mine"] });
    expect(await statusesOf(bert)).toContain("verified");
    await step(bert, "undo", 1);
    expect(await statusesOf(bert)).not.toContain("verified");
  });

  test("is not merged with a version that was not seen", async () => {
    await act(ada, rewrite, 0);
    await act(bert, verify, 0);
    await saveVersion(ada, slug, { message: "Vier", after: 1 });
    const unseen = await mergeDraft(bert, slug, { after: 1, version: 1, choices: [] });
    expect(unseen).toMatchObject({ reason: "stale" });
  });
});

test("what was verified stays when the rest is aligned anew", async () => {
  await act(ada, verify, 0);
  await act(ada, { kind: "unlink-sentences", sentences: ["ds2"] }, 1);
  const proposal = await proposeRealign(ada, slug, { after: 2, rows: null, pinned: null });
  if (!("operation" in proposal)) throw new Error(proposal.reason);
  expect(await act(ada, proposal.operation, 2)).toMatchObject({ ok: true });
  const { beads } = await articleOf(ada);
  expect(beads[0]).toMatchObject({ de: ["ds1"], status: "verified", by: ada.id });
  expect(beads.find(({ de }) => de.includes("ds2"))?.en).not.toEqual([]);
});

test("whoever saved is written down", async () => {
  await act(ada, verify, 0);
  await saveVersion(ada, slug, { message: "Geprüft", after: 1 });
  const trail = await db().auditEntry.findMany({ where: { article: { slug } } });
  expect(trail).toMatchObject([{ action: "saved", actorId: ada.id, version: 2 }]);
});
