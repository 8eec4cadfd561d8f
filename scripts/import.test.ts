import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "import-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

type Outcome = { readonly code: number; readonly stdout: string; readonly stderr: string };

function runImport(parameters: readonly string[], locale = "C"): Promise<Outcome> {
  const script = ["--conditions=react-server", "--import", "tsx", "scripts/import.ts"];
  const env = { ...process.env, LC_ALL: locale };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [...script, ...parameters],
      { cwd: root, env },
      (_, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, stdout, stderr });
      },
    );
  });
}

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const german = "Der Leuchtturm von Hvalsund steht leer. Seit 1998 brennt dort kein Licht mehr.";
const english = "The lighthouse at Hvalsund stands empty. No light has burned there since 1998.";

// Each starts Node anew, which takes seconds on a busy machine.
describe("npm run import", { timeout: 60_000 }, () => {
  test("prints the preview of a document as JSON and nothing else", async () => {
    const path = await fileOf("both.txt", `${german}\n${english}\n`);
    const { code, stdout, stderr } = await runImport([path, "--dry-run", "--json"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({
      titles: { de: null, en: null },
      roles: [],
      sentences: {
        de: ["Der Leuchtturm von Hvalsund steht leer.", "Seit 1998 brennt dort kein Licht mehr."],
        en: ["The lighthouse at Hvalsund stands empty.", "No light has burned there since 1998."],
      },
      beads: [
        { de: [0], en: [0], probability: expect.closeTo(1, 1) },
        { de: [1], en: [1], probability: expect.closeTo(1, 1) },
      ],
      rows: [{ de: [0, 1], en: [0, 1] }],
      findings: [
        { kind: "title-missing", side: "de", sentence: null, text: "" },
        { kind: "title-missing", side: "en", sentence: null, text: "" },
      ],
      leftOvers: [],
      layout: "halves",
      notices: [],
    });
  });

  test("tells a person in German what it found", async () => {
    const path = await fileOf("beide.txt", `${german}\n${english}\n`);
    const { code, stdout } = await runImport([path, "--dry-run"], "de_DE.UTF-8");
    expect(code).toBe(0);
    expect(stdout).toContain("2 deutsche Sätze, 2 englische, 1 Absatzpaar.");
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
    const path = await fileOf(name, content);
    const { code, stdout, stderr } = await runImport([path]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  test("refuses twenty megabytes, in German where the operator reads German", async () => {
    const path = await fileOf("large.txt", german);
    await truncate(path, 20_000_000);
    const { code, stderr } = await runImport([path, "--lang", "de"]);
    expect(code).toBe(1);
    expect(stderr).toContain("Eine Datei muss kleiner sein als 20 MB.");
  });

  test("refuses a file that does not exist, and a folder", async () => {
    const missing = await runImport([join(folder, "missing.txt")]);
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain("There is no file");
    await mkdir(join(folder, "folder"));
    const isFolder = await runImport([join(folder, "folder")]);
    expect(isFolder.code).toBe(1);
    expect(isFolder.stderr).toContain("is not a file");
  });
});
