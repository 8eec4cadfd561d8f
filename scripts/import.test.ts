import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
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

function runImport(parameters: readonly string[]): Promise<Outcome> {
  const script = ["--conditions=react-server", "--import", "tsx", "scripts/import.ts"];
  const env = { ...process.env, LC_ALL: "C" };
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

async function fileOf(name: string, content: string): Promise<string> {
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
      apart: [],
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

  test("says in one sentence why it cannot import a document, and prints nothing else", async () => {
    const path = await fileOf("german.txt", german);
    const { code, stdout, stderr } = await runImport([path, "--json", "--lang", "de"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr.trim()).toBe(
      "Es liegt nur deutscher Text vor. Gebraucht wird derselbe Text auf Deutsch und auf Englisch.",
    );
  });
});
