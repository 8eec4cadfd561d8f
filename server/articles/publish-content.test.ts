import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { blockText } from "@/core/article/content";
import { db } from "../db";
import { newVisitor } from "../testing/visitor";
import { importArticle } from "./import-article";
import { loadArticle } from "./load-article";
import { publishContent } from "./publish-content";

let shelf: string;

beforeEach(async () => {
  shelf = await mkdtemp(join(tmpdir(), "zwiesprache-shelf-"));
});

afterEach(async () => {
  await rm(shelf, { recursive: true });
  await db().article.updateMany({ data: { currentVersionId: null, heldVersionId: null } });
  await db().article.deleteMany();
});

async function put(slug: string, files: Record<string, string | Uint8Array>) {
  await mkdir(join(shelf, slug), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(shelf, slug, name), text);
}

const first = {
  "de.mdx": "---\ntitle: Titel\n---\n\nEin Satz.\n\nEin zweiter Absatz.\n",
  "en.mdx": "---\ntitle: Title\n---\n\nA sentence.\n\nA second paragraph.\n",
};
const second = {
  "de.mdx": "---\ntitle: Titel\n---\n\nEin neuer Anfang.\n\nEin Satz.\n\nEin zweiter Absatz.\n",
  "en.mdx": "---\ntitle: Title\n---\n\nA new beginning.\n\nA sentence.\n\nA second paragraph.\n",
};

async function publish() {
  return (await publishContent(shelf)).map(({ messages: _, ...outcome }) => outcome);
}

async function blocksOf(slug: string) {
  const reading = await loadArticle(null, slug);
  const blocks = reading?.article.sides.de.blocks ?? [];
  return Object.fromEntries(blocks.map(({ id, node }) => [blockText(node), id]));
}

test("a folder becomes an article that everyone may read", async () => {
  await put("titel", first);
  expect(await publish()).toEqual([{ slug: "titel", kind: "published", version: 1 }]);
  const reading = await loadArticle(null, "titel");
  expect(reading).toMatchObject({ audience: "library", version: { number: 1 } });
  expect(Object.keys(await blocksOf("titel"))).toEqual(["Ein Satz.", "Ein zweiter Absatz."]);
});

test("a folder that did not change makes no version", async () => {
  await put("titel", first);
  await publish();
  expect(await publish()).toEqual([{ slug: "titel", kind: "unchanged" }]);
  expect(await db().articleVersion.count()).toBe(1);
});

test("a folder that changed becomes a new version, in which the old paragraphs keep their ids", async () => {
  await put("titel", first);
  await publish();
  const before = await blocksOf("titel");

  await put("titel", second);
  expect(await publish()).toEqual([{ slug: "titel", kind: "published", version: 2 }]);
  const after = await blocksOf("titel");
  expect(after).toMatchObject(before);
  expect(Object.values(before)).not.toContain(after["Ein neuer Anfang."]);
});

test("a folder that is gone unpublishes nothing", async () => {
  await put("titel", first);
  await publish();
  await rm(join(shelf, "titel"), { recursive: true });
  expect(await publish()).toEqual([]);
  expect(await loadArticle(null, "titel")).not.toBeNull();
});

test("a version made elsewhere is never overwritten: the file's waits beside it", async () => {
  await put("titel", first);
  await publish();
  await db().articleVersion.updateMany({ data: { origin: "import" } });

  await put("titel", second);
  expect(await publish()).toEqual([{ slug: "titel", kind: "conflict", version: 2 }]);
  expect((await loadArticle(null, "titel"))?.version.number).toBe(1);
  const held = await db().article.findUniqueOrThrow({
    where: { slug: "titel" },
    select: { heldVersion: { select: { number: true, shownSince: true, de: true } } },
  });
  expect(held.heldVersion).toEqual({ number: 2, shownSince: null, de: second["de.mdx"] });
  expect(await publish()).toEqual([{ slug: "titel", kind: "unchanged" }]);
});

test("a reader's import keeps its name and its audience when a folder of that name appears", async () => {
  const { viewer } = await newVisitor();
  const files = { de: "Mein Text.\n", en: "My text.\n", alignment: null };
  await importArticle({
    slug: "titel",
    audience: "draft",
    files,
    message: "mein",
    importedById: viewer.id,
  });
  await put("titel", first);
  expect(await publish()).toEqual([{ slug: "titel", kind: "conflict", version: 2 }]);
  expect(await loadArticle(null, "titel")).toBeNull();
  expect((await loadArticle(viewer, "titel"))?.version.number).toBe(1);
});

test("a version made elsewhere that was written back to the files is taken as theirs from then on", async () => {
  await put("titel", first);
  await publish();
  await db().articleVersion.updateMany({
    data: { origin: "import", de: second["de.mdx"], en: second["en.mdx"] },
  });
  await put("titel", second);
  expect(await publish()).toEqual([{ slug: "titel", kind: "unchanged" }]);
  await put("titel", { "de.mdx": `${second["de.mdx"]}\nEnde.\n` });
  expect(await publish()).toEqual([{ slug: "titel", kind: "published", version: 2 }]);
});

test("folders that cannot be read are named, and the others are published", async () => {
  await put("a-nur-deutsch", { "de.mdx": first["de.mdx"] });
  await put("b-leer", { "de.mdx": "", "en.mdx": "" });
  await put("c-latin1", { ...first, "de.mdx": new Uint8Array([0x4d, 0xfc, 0x6c, 0x6c]) });
  await put("D Name", first);
  await put("e-gut", first);
  await mkdir(join(shelf, "f-ordner", "de.mdx"), { recursive: true });
  await writeFile(join(shelf, "liesmich.txt"), "kein Ordner");
  await put(".verborgen", first);
  expect(await publish()).toEqual([
    { slug: "D Name", kind: "refused", reason: "slug-invalid" },
    { slug: "a-nur-deutsch", kind: "refused", reason: "side-missing" },
    { slug: "b-leer", kind: "refused", reason: "empty" },
    { slug: "c-latin1", kind: "refused", reason: "not-utf8" },
    { slug: "e-gut", kind: "published", version: 1 },
    { slug: "f-ordner", kind: "refused", reason: "unreadable" },
  ]);
});

test("what the author should know is passed on, and what cannot be rendered is shown as text", async () => {
  await put("code", { ...first, "de.mdx": "import x from 'y'\n\nEin Satz.\n" });
  const [outcome] = await publishContent(shelf);
  expect(outcome?.kind).toBe("published");
  expect(outcome?.messages).not.toEqual([]);
});

test("two starts at once publish each folder once", async () => {
  await put("titel", first);
  const kinds = (await Promise.all([publish(), publish(), publish()])).map(([one]) => one?.kind);
  expect(kinds.sort()).toEqual(["published", "unchanged", "unchanged"]);
  expect(await db().articleVersion.count()).toBe(1);
});

test("a shelf that is not there is an empty one", async () => {
  expect(await publishContent(join(shelf, "nowhere"))).toEqual([]);
});
