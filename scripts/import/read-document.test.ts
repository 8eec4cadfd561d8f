import { mkdir, mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Language } from "@/core/article/language";
import { describeImport, describeRefusal } from "./describe-import";
import { readDocument } from "./read-document";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "import-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a person is told of a document that cannot be imported. */
async function told(path: string, language: Language = "en"): Promise<string> {
  const result = await readDocument([path]);
  if (result.ok) throw new Error("It was imported");
  return describeRefusal(result, language);
}

const german = "Der Leuchtturm von Hvalsund steht leer. Seit 1998 brennt dort kein Licht mehr.";
const english = "The lighthouse at Hvalsund stands empty. No light has burned there since 1998.";

test("tells a person in German what it made of a document", async () => {
  const path = join(folder, "both.txt");
  await writeFile(path, `${german}\n${english}\n`);
  const result = await readDocument([path]);
  if (!result.ok) throw new Error(result.reason);
  expect(describeImport(result, "de").split("\n")).toEqual([
    "Deutsch: (ohne Überschrift)",
    "Englisch: (ohne Überschrift)",
    "2 deutsche Sätze, 2 englische, 1 Absatzpaar.",
    "Keine Satzverbindung ist unsicher.",
    "Bitte ansehen:",
    "  Der deutsche Text hat keine Überschrift.",
    "  Der englische Text hat keine Überschrift.",
  ]);
});

test.each([
  ["an empty file", "empty.txt", "", "There is no text in"],
  ["German alone", "german.txt", german, "There is only German text"],
  ["English alone", "english.txt", english, "There is only English text"],
  [
    "another language",
    "danish.txt",
    "Fyret på Hvalsund er tomt. Ingen kender grunden til det.",
    "Neither German nor English",
  ],
  [
    "a binary file",
    "binary.bin",
    Uint8Array.from([0, 1, 2, 0, 0, 255, 3]),
    "is not a text, and no document",
  ],
])("refuses %s in one sentence", async (_, name, content, sentence) => {
  const path = join(folder, name);
  await writeFile(path, content);
  const message = await told(path);
  expect(message).toContain(sentence);
  expect(message.split("\n")).toHaveLength(1);
});

test("refuses two hundred megabytes without opening the file, in German where the operator reads German", async () => {
  const path = join(folder, "large.txt");
  await writeFile(path, german);
  await truncate(path, 200_000_000);
  const before = process.memoryUsage().rss;
  expect(await told(path, "de")).toContain("Eine Datei muss kleiner sein als 20 MB.");
  expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
});

test("refuses a file that does not exist, and a folder", async () => {
  expect(await told(join(folder, "missing.txt"))).toContain("There is no file");
  await mkdir(join(folder, "folder"));
  expect(await told(join(folder, "folder"))).toContain("is not a file");
});
