import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { noChoices } from "@/core/import/import-choices";
import type { Viewer } from "@/core/viewer/viewer";
import { buildWorker } from "@/scripts/build-worker.mjs";
import { loadArticle } from "../articles/load-article";
import { db } from "../db";
import { newVisitor } from "../testing/visitor";
import { createImport } from "./create-import";
import { loadImport, loadPreviewPart } from "./load-import";
import { loadPasted } from "./load-pasted";
import { type RunEvent, runImport } from "./run-import";
import { discardImport, saveImport } from "./save-import";

const document = readFileSync(
  new URL("../../e2e/fixtures/seed-like/document.txt", import.meta.url),
);
const otherEnglish = readFileSync(
  new URL("../../content/why-the-sky-is-dark-at-night/en.mdx", import.meta.url),
  "utf8",
);
/** The German half, and an English text about something else. */
const unrelated = `${document.toString("utf8").split("ENGLISCH")[0]}\n\n${otherEnglish.split("---")[2]}`;

let viewer: Viewer;

beforeAll(async () => {
  await buildWorker();
  viewer = (await newVisitor()).viewer;
});

async function bring(text: string | Uint8Array, name = "text.txt"): Promise<string> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return (await createImport(viewer, [{ name, bytes }])).id;
}

async function run(id: string, choices = noChoices, signal = new AbortController().signal) {
  const events: RunEvent[] = [];
  await runImport(viewer, id, choices, { signal, tell: (event) => events.push(event) });
  return events;
}

async function result(id: string) {
  return (await loadImport(viewer, id))?.result ?? null;
}

describe("an upload", () => {
  test("is kept unchanged, with its hash, and is its bringer's alone", async () => {
    const id = await bring(document, "grauholm.txt");
    const kept = await db().importFile.findFirstOrThrow({ where: { importId: id } });
    expect(Buffer.from(kept.bytes).equals(document)).toBe(true);
    expect(kept.sha256).toBe(createHash("sha256").update(document).digest("hex"));
    const stranger = (await newVisitor()).viewer;
    expect(await loadImport(stranger, id)).toBeNull();
    expect(await loadImport(null, id)).toBeNull();
    expect(await discardImport(stranger, id)).toBe(false);
  });

  test("of pasted texts is given back to be changed, to its bringer alone", async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const texts = ["Grüße", "\n Greetings \n"];
    const { id } = await createImport(
      viewer,
      texts.map((text) => ({ name: "", bytes: bytes(text) })),
    );
    expect(await loadPasted(viewer, id)).toEqual(texts);
    expect(await loadPasted((await newVisitor()).viewer, id)).toEqual([]);
    expect(await loadPasted(null, id)).toEqual([]);
    expect(await loadPasted(viewer, "7")).toEqual([]);
    expect(await loadPasted(viewer, await bring("Grüße", "gruss.txt"))).toEqual([]);
  });

  test("is forgotten when twenty newer ones wait", async () => {
    const { viewer: busy } = await newVisitor();
    const file = { name: "", bytes: new Uint8Array([65]) };
    const first = await createImport(busy, [file]);
    for (let count = 0; count < 20; count += 1) await createImport(busy, [file]);
    expect(await loadImport(busy, first.id)).toBeNull();
    expect(await db().import.count({ where: { ownerId: busy.id } })).toBe(20);
  });
});

describe("a document", () => {
  test("is read step by step, shown, and saved as the very article that was shown", async () => {
    const id = await bring(document);
    expect(await run(id)).toEqual([
      { kind: "stage", stage: "reading" },
      { kind: "stage", stage: "splitting" },
      { kind: "stage", stage: "aligning" },
      { kind: "stage", stage: "checking" },
      { kind: "stage", stage: "drawing" },
      { kind: "stage", stage: "saving" },
      { kind: "done" },
    ]);
    expect(await result(id)).toMatchObject({
      ok: true,
      counts: { sentences: { de: 31, en: 31 }, parts: 1 },
    });
    const preview = await loadPreviewPart(viewer, id, 1);
    expect(preview?.de.match(/data-sentence=/g)).toHaveLength(31);

    const saved = await saveImport(viewer, id);
    if (!saved.ok) throw new Error(saved.reason);
    expect(await saveImport(viewer, id)).toEqual(saved);
    const reading = await loadArticle(viewer, saved.slug);
    expect(reading?.audience).toBe("draft");
    expect(reading?.article.rows).toHaveLength(preview?.rowCount ?? 0);
    const stranger = (await newVisitor()).viewer;
    expect(await loadArticle(stranger, saved.slug)).toBeNull();
  });

  test("is read and divided as a person says", async () => {
    const id = await bring(document);
    await run(id);
    const before = await result(id);
    const signature = before?.ok ? before.lines.de.find(({ role }) => role === "signature") : null;
    if (!signature) throw new Error("There is no signature");
    await run(id, { ...noChoices, roles: [{ side: "de", role: "byline", text: signature.text }] });
    expect(await result(id)).toMatchObject({
      ok: true,
      heads: { de: { frontMatter: { byline: signature.text } } },
    });
    expect((await loadImport(viewer, id))?.choices.roles).toHaveLength(1);

    if (!before?.ok || !before.division) throw new Error("There are no halves");
    const { line, first } = before.division;
    await run(id, { ...noChoices, division: { line: line + 1, first } });
    expect(await result(id)).toMatchObject({ ok: true, division: { line: line + 1, first } });
  });

  test("whose texts have nothing to do with each other is not aligned at random", async () => {
    const id = await bring(unrelated);
    await run(id);
    expect(await result(id)).toMatchObject({ ok: false, reason: "unrelated" });
    expect(await loadPreviewPart(viewer, id, 1)).toBeNull();
    expect(await saveImport(viewer, id)).toEqual({ ok: false, reason: "nothing-read" });
    await run(id, { ...noChoices, isUnrelatedAccepted: true });
    expect(await result(id)).toMatchObject({ ok: true });
  });

  test("that is given up leaves everything as it was", async () => {
    const id = await bring(document);
    const abort = new AbortController();
    const events: RunEvent[] = [];
    await runImport(viewer, id, noChoices, {
      signal: abort.signal,
      tell: (event) => {
        events.push(event);
        abort.abort();
      },
    });
    expect(events.at(-1)).toEqual({ kind: "failed", reason: "cancelled" });
    expect(await result(id)).toBeNull();
    expect((await run(id)).at(-1)).toEqual({ kind: "done" });
  });
});
