import { beforeAll, describe, expect, test } from "vitest";
import { everyNote } from "@/core/notes/notes-query";
import { splitImport } from "@/core/notes/split-import";
import type { Viewer } from "@/core/viewer/viewer";
import type { Reading } from "../articles/load-article";
import { db } from "../db";
import { makeAnnotation } from "../testing/make-annotation";
import { seedAnnotation } from "../testing/seed-annotation";
import { seedArticle } from "../testing/seed-article";
import { newVisitor } from "../testing/visitor";
import { exportNotes } from "./export-notes";
import { exportWords } from "./export-words";
import { importNotes } from "./import-notes";
import { listNotes } from "./list-notes";

let reading: Reading;
let maker: Viewer;
let file: string;

beforeAll(async () => {
  reading = await seedArticle({ slug: "zwei-haefen" });
  maker = (await newVisitor()).viewer;
  const annotation = makeAnnotation(reading, "drei Schiffe", {
    note: note("Warum drei? 🙂"),
    tags: ["Zahl"],
  });
  const { id } = await seedAnnotation(maker, annotation);
  await seedAnnotation(maker, makeAnnotation(reading, "ging", { colour: "pink" }));
  await db().reply.create({
    data: {
      id: "7a2f0e0c-7a6e-4d7e-9d0a-0d6d3c1b2a10",
      annotationId: id,
      authorId: maker.id,
      note: note("Weil."),
    },
  });
  file = await exportNotes(maker, everyNote, "jsonld", exportWords("de"));
});

function note(text: string) {
  const content = [{ type: "text" as const, text }];
  return { type: "doc" as const, content: [{ type: "paragraph" as const, content }] };
}

async function importFile(viewer: Viewer, text: string) {
  const split = splitImport(text);
  if (!split.ok) throw new Error(split.reason);
  return importNotes(viewer, { place: 0, entries: split.entries });
}

async function kept(viewer: Viewer) {
  const page = await listNotes(viewer, { ...everyNote, sort: "place" }, null);
  return page?.notes.map(({ annotation, replies, counterpart, isOrphaned }) => ({
    ...{ anchor: annotation.anchor, note: annotation.note, tags: annotation.tags },
    ...{ colour: annotation.colour, createdAt: annotation.createdAt, counterpart, isOrphaned },
    replies: replies.map((reply) => reply.note),
  }));
}

test("what one account exports, a fresh one has after importing it, place by place", async () => {
  const { viewer } = await newVisitor();
  const results = await importFile(viewer, file);
  expect(results.map(({ outcome }) => outcome).sort()).toEqual(["placed", "placed", "replied"]);
  expect(await kept(viewer)).toEqual(await kept(maker));
});

test("the same file makes nothing twice, not even for who exported it", async () => {
  const { viewer } = await newVisitor();
  await importFile(viewer, file);
  for (const who of [viewer, maker]) {
    expect((await importFile(who, file)).map(({ outcome }) => outcome)).toEqual([
      "known",
      "known",
      "known",
    ]);
    expect(await kept(who)).toHaveLength(2);
  }
});

function jsonLd(exact: string, part: object = {}, selectors: readonly object[] = []) {
  const selector = [
    { type: "TextQuoteSelector", exact, prefix: "", suffix: "", ...part },
    ...selectors,
  ];
  const source = "https://anders.example/de/read/zwei-haefen";
  return {
    type: "Annotation",
    id: `https://anders.example/${exact.slice(0, 40)}`,
    target: { source, selector },
  };
}

describe("a passage", () => {
  test.each([
    ["whose words stand once", jsonLd("Am Abend war es noch eines"), "placed"],
    ["on the other side", jsonLd("three ships in the harbour"), "placed"],
    [
      "whose position is another's",
      jsonLd("Am Abend war es noch eines", {}, [{ type: "TextPositionSelector", start: 3 }]),
      "moved",
    ],
    [
      "with what stands around it",
      jsonLd("ging", { prefix: "sagte „nein“ 🙂 und ", suffix: "." }),
      "placed",
    ],
    ["too short to be sure of", jsonLd("Am"), "orphaned"],
    [
      "with something else around it",
      jsonLd("ging", { prefix: "der Mond ", suffix: " auf" }),
      "orphaned",
    ],
    ["whose words are nowhere", jsonLd("Diese Wörter stehen nirgends"), "orphaned"],
    ["over an emoji", jsonLd("„nein“ 🙂 und ging"), "placed"],
    ["of words that are a script", jsonLd("<script>alert(1)</script>"), "orphaned"],
    ["with a mark that turns its direction", jsonLd("Am \u202eAbend war es noch"), "orphaned"],
  ])("%s", async (_, entry, outcome) => {
    const { viewer } = await newVisitor();
    expect(await importNotes(viewer, { place: 0, entries: [entry] })).toMatchObject([{ outcome }]);
    expect(await kept(viewer)).toMatchObject([{ isOrphaned: outcome === "orphaned" }]);
  });
});

test("answers that answer in a circle, themselves or nothing are refused, and their words are not taken", async () => {
  const { viewer } = await newVisitor();
  const reply = (id: string, target: string) => ({
    ...{ type: "Annotation", motivation: "replying", id, target, body: { value: "Ja." } },
  });
  const entries = [
    reply("urn:a", "urn:b"),
    reply("urn:b", "urn:a"),
    reply("urn:c", "urn:c"),
    reply("urn:d", "urn:x"),
  ];
  const results = await importNotes(viewer, { place: 0, entries });
  expect(results.map(({ reason }) => reason)).toEqual([
    "answers-nothing",
    "answers-nothing",
    "circular",
    "answers-nothing",
  ]);
});

test("of many entries one that no database can keep is refused with its reason, and the others are placed", async () => {
  const { viewer } = await newVisitor();
  const good = Array.from({ length: 7 }, (_, index) => ({
    ...jsonLd("Am Abend war es noch eines"),
    id: `urn:good:${index}`,
  }));
  const note = (id: string, value: string) => ({ ...jsonLd("ging"), id, body: { value } });
  let deep: unknown = "unten";
  for (let depth = 0; depth < 5000; depth += 1) deep = [deep];
  const entries = [
    note("urn:nul", "Ein \0 mittendrin"),
    ...good,
    note("urn:half", "Ein halbes \ud83d"),
    { ...jsonLd("ging"), deep },
  ];
  const results = await importNotes(viewer, { place: 100, entries });
  const bad = results.filter(({ outcome }) => outcome === "refused");
  expect(bad).toEqual(
    ["#100", "#108", "#109"].map((sourceId) => ({
      ...{ sourceId, outcome: "refused", reason: "unstorable", quote: "" },
    })),
  );
  expect(results.filter(({ outcome }) => outcome === "placed")).toHaveLength(7);
});

test("an id of somebody else's neither shows nor changes what is theirs", async () => {
  const { viewer } = await newVisitor();
  const [first] = JSON.parse(file);
  const before = await kept(maker);
  const changed = { ...first, body: { type: "TextualBody", value: "Überschrieben" } };
  expect(await importNotes(viewer, { place: 0, entries: [changed] })).toMatchObject([
    { outcome: "placed" },
  ]);
  expect(await kept(maker)).toEqual(before);
});

test("a draft of somebody else's is no article to import into", async () => {
  await seedArticle({ slug: "geheim", audience: "draft", importedById: maker.id });
  const { viewer } = await newVisitor();
  const entry = jsonLd("Am Abend war es noch eines");
  const source = "https://anders.example/de/read/geheim";
  const secret = { ...entry, target: { ...entry.target, source } };
  expect(await importNotes(viewer, { place: 0, entries: [secret] })).toMatchObject([
    { outcome: "refused", reason: "elsewhere" },
  ]);
});
