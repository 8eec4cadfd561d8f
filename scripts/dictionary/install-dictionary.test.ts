import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { installDictionary } from "./install-dictionary";
import { bestLayer, loadLexicon } from "./load-lexicon";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dictionary-"));
  vi.stubEnv("DATA_DIR", folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** A list as Ding has it, with its licence above. */
function listOf(entries: number): string {
  const letters = (n: number) => [...`${n}`].map((digit) => "bdfgklmprt"[Number(digit)]).join("a");
  const lines = Array.from(
    { length: entries },
    (_, n) => `Qu${letters(n)} {f} :: qui${letters(n)}`,
  );
  const path = join(folder, "de-en.txt");
  writeFileSync(path, `# Made up for a test\n# Licence: GPL-2\n${lines.join("\n")}\n`);
  return path;
}

test("a dictionary from a file is the best layer from then on, its licence beside it", async () => {
  expect(bestLayer()).toBe("built-in");
  expect(await installDictionary(listOf(1200))).toMatchObject({ ok: true });
  expect(bestLayer()).toBe("dictionary");
  const loaded = loadLexicon("dictionary");
  const lexicon = loaded.ok ? loaded.lexicon : null;
  expect(lexicon?.german.has("qudafap")).toBe(true); // the 127th
  expect(lexicon?.german.has("haus")).toBe(true); // the built-in pairs are in it
  const licence = readFileSync(join(folder, "dictionary/LICENCE.txt"), "utf8");
  expect(licence).toContain("Licence: GPL-2");
});

test("what is no dictionary is refused, and leaves what was there", async () => {
  expect(await installDictionary(listOf(20))).toEqual({ ok: false, reason: "no-dictionary" });
  expect(await installDictionary(join(folder, "nowhere.txt"))).toMatchObject({ ok: false });
  expect(readdirSync(folder)).toEqual(["de-en.txt"]);
  expect(bestLayer()).toBe("built-in");
});
