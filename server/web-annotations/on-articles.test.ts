import { beforeAll, expect, test } from "vitest";
import type { WebAnnotation } from "@/formats/web-annotation/web-annotation-schema";
import type { Reading } from "../articles/load-article";
import { db } from "../db";
import { makeAnnotation } from "../testing/make-annotation";
import { readList } from "../testing/read-list";
import { seedAnnotation } from "../testing/seed-annotation";
import { seedArticle } from "../testing/seed-article";
import { newVisitor, type Visitor } from "../testing/visitor";
import { findWebAnnotation } from "./find-web-annotation";
import { countWebAnnotations, listWebAnnotations } from "./list-web-annotations";
import {
  createWebAnnotation,
  deleteWebAnnotation,
  replaceWebAnnotation,
} from "./write-web-annotation";

let reading: Reading;
let scholar: Visitor;
let reader: Visitor;

beforeAll(async () => {
  reading = await seedArticle({ slug: "zwei-haefen" });
  [scholar, reader] = [await newVisitor(), await newVisitor()];
});

const page = "http://localhost:3000/de/read/zwei-haefen/german";

function onPassage(exact: string, more: Partial<WebAnnotation> = {}): WebAnnotation {
  const { prefix, suffix } = makeAnnotation(reading, "drei Schiffe").anchor;
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    type: "Annotation",
    body: { type: "TextualBody", value: "Welche drei?", format: "text/plain" },
    target: { source: page, selector: { type: "TextQuoteSelector", exact, prefix, suffix } },
    ...more,
  };
}

async function post(annotation: WebAnnotation): Promise<{ name: string; revision: number }> {
  const result = await createWebAnnotation(scholar.viewer, annotation, null);
  if (!result.ok) throw new Error(result.reason);
  const { document, revision } = result.written;
  return { name: document.id.split("/").at(-1) ?? "", revision };
}

async function inMargin(who: Visitor | null, id: string) {
  const list = await readList(who?.viewer ?? null, "zwei-haefen", { only: id });
  return list?.annotations[0];
}

async function containerIds(who: Visitor | null): Promise<readonly string[]> {
  const { total } = await countWebAnnotations(who?.viewer ?? null);
  const items = await listWebAnnotations(who?.viewer ?? null, 0);
  expect(items).toHaveLength(total);
  return items.map(({ document }) => document.id);
}

test("what is public in an article is in the container, and what is not is not", async () => {
  const make = (audience: "public" | "link" | "me") =>
    seedAnnotation(reader.viewer, makeAnnotation(reading, "Hafen", { audience }));
  const [forAll, forLinks, own] = [await make("public"), await make("link"), await make("me")];
  const iri = (id: string) => `http://localhost:3000/annotations/${id}`;
  expect(await containerIds(null)).toEqual([iri(forAll.id)]);
  expect(await containerIds(reader)).toEqual([forAll, forLinks, own].map(({ id }) => iri(id)));
  expect((await findWebAnnotation(null, forAll.id))?.document).toMatchObject({
    id: iri(forAll.id),
    type: "Annotation",
    target: [{ selector: [{ type: "TextQuoteSelector", exact: "Hafen" }, {}] }, {}],
  });
  expect(await findWebAnnotation(null, own.id)).toBeNull();
});

test("what moderation took out of sight is not in the container either", async () => {
  const { name } = await post(onPassage("drei Schiffe"));
  await db().annotation.update({ where: { id: name }, data: { moderation: "hidden" } });
  expect(await findWebAnnotation(null, name)).toBeNull();
  expect(await findWebAnnotation(scholar.viewer, name)).not.toBeNull();
  expect((await containerIds(null)).some((id) => id.endsWith(name))).toBe(false);
});

test("an annotation that is posted onto a passage stands in the margin, with its words and tags, for everyone", async () => {
  const body = [
    { type: "TextualBody", purpose: "commenting", value: "Welche drei?" },
    { type: "TextualBody", purpose: "tagging", value: "Seefahrt" },
  ];
  const { name } = await post(onPassage("drei Schiffe", { body }));
  const shown = await inMargin(null, name);
  expect(shown).toMatchObject({
    anchor: makeAnnotation(reading, "drei Schiffe").anchor,
    audience: "public",
    tags: ["Seefahrt"],
  });
  expect(JSON.stringify(shown?.note)).toContain("Welche drei?");
});

test("with another audience it is its maker's alone, in the margin and in the container", async () => {
  const { name } = await post(onPassage("drei Schiffe", { audience: { type: "Audience" } }));
  expect(await inMargin(reader, name)).toBeUndefined();
  expect(await inMargin(scholar, name)).toMatchObject({ audience: "me" });
  expect(await findWebAnnotation(reader.viewer, name)).toBeNull();
});

test("words that do not stand there are kept as they were sent, and marked nowhere", async () => {
  const sent = onPassage("sieben Schiffe und eines mehr");
  const { name } = await post(sent);
  expect(await inMargin(null, name)).toBeUndefined();
  expect((await findWebAnnotation(null, name))?.document).toMatchObject({ target: sent.target });
});

test("the same words on another site are not ours", async () => {
  const { prefix, suffix } = makeAnnotation(reading, "drei Schiffe").anchor;
  const selector = { type: "TextQuoteSelector", exact: "drei Schiffe", prefix, suffix };
  const source = "https://elsewhere.example/de/read/zwei-haefen/german";
  const { name } = await post(onPassage("", { target: { source, selector } }));
  expect(await inMargin(null, name)).toBeUndefined();
});

test("its canonical address and where it came from are kept, and cannot be changed", async () => {
  const canonical = "urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df";
  const sent = onPassage("drei Schiffe", { canonical, id: "https://elsewhere.example/a1" });
  const { name, revision } = await post(sent);
  const via = "https://elsewhere.example/a1";
  expect((await findWebAnnotation(null, name))?.document).toMatchObject({ canonical, via });
  const changed = { ...sent, canonical: "urn:uuid:other" };
  const result = await replaceWebAnnotation(scholar.viewer, name, changed, revision);
  expect(result).toMatchObject({ reason: "invalid", extra: { fields: ["canonical"] } });
});

test("it is changed and deleted by its maker under its revision, and readers see that", async () => {
  const { name, revision } = await post(onPassage("drei Schiffe"));
  const changed = onPassage("drei Schiffe", {
    body: { type: "TextualBody", value: "Diese drei." },
  });
  expect(await replaceWebAnnotation(reader.viewer, name, changed, revision)).toMatchObject({
    reason: "not-found",
  });
  expect(await replaceWebAnnotation(scholar.viewer, name, changed, 99)).toMatchObject({
    reason: "stale",
  });
  expect(await replaceWebAnnotation(scholar.viewer, name, changed, revision)).toMatchObject({
    ok: true,
    written: { revision: revision + 1 },
  });
  expect(JSON.stringify((await inMargin(null, name))?.note)).toContain("Diese drei.");
  expect(await deleteWebAnnotation(reader.viewer, name, 2)).toMatchObject({ reason: "not-found" });
  expect(await deleteWebAnnotation(scholar.viewer, name, revision)).toMatchObject({
    reason: "stale",
  });
  expect(await deleteWebAnnotation(scholar.viewer, name, revision + 1)).toEqual({ ok: true });
  expect(await inMargin(null, name)).toBeUndefined();
  expect(await findWebAnnotation(scholar.viewer, name)).toBeNull();
});

test("nobody takes the address of an annotation in an article by wishing for it", async () => {
  const own = await seedAnnotation(reader.viewer, makeAnnotation(reading, "Hafen"));
  const elsewhere = onPassage("", { target: "https://elsewhere.example/" });
  const result = await createWebAnnotation(scholar.viewer, elsewhere, own.id);
  expect(result.ok && result.written.document.id.endsWith(own.id)).toBe(false);
});
