import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

const root = fileURLToPath(new URL("..", import.meta.url));
let folder = "";

const reportSchema = z.object({
  pairs: z.number(),
  findings: z.array(
    z.object({
      id: z.string(),
      rule: z.string(),
      severity: z.enum(["error", "warning", "note"]),
      place: z.object({ side: z.enum(["de", "en"]), start: z.number(), end: z.number() }),
    }),
  ),
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "checks-"));
  const lines = [
    { id: "ofen", de: "Der Ofen war kalt.", en: "The oven was cold." },
    { id: "gaeste", de: "Es kamen 318 Gäste.", en: "There were 381 guests." },
  ];
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  await writeFile(join(folder, "pairs.jsonl"), text);
  await writeFile(join(folder, "broken.jsonl"), `${text}{"de": 3}\n`);
  await writeFile(join(folder, "fine.jsonl"), `${JSON.stringify(lines[0])}\n`);
  const oneCase = join(folder, "cases/guests");
  await mkdir(oneCase, { recursive: true });
  const files = {
    "de.sents": "Der Ofen war kalt.\nEs kamen 318 Gäste.\n",
    "en.sents": "The oven was cold.\nThere were 381 guests.\n",
    "de.txt": "Der Ofen war kalt. Es kamen 318 Gäste.\n",
    "en.txt": "The oven was cold. There were 381 guests.\n",
    "beads.gold": "[0]:[0]\n[1]:[1]\n",
    "rows.gold": "[0]:[0]\n",
    "meta.json": "{}\n",
  };
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(oneCase, name), content);
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function runChecks(...parameters: string[]) {
  const script = ["--conditions=react-server", "--import", "tsx", "scripts/checks.ts"];
  const env = { ...process.env, LC_ALL: "C" };
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [...script, ...parameters],
      { cwd: root, env },
      (_, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}

test("a file of pairs is checked: rule, place and severity, a line for each", async () => {
  const { code, stdout } = await runChecks("--pairs", join(folder, "pairs.jsonl"));
  expect(code).toBe(1);
  expect(stdout).toMatch(/^gaeste:en:11–14 {2}error .*“381” and “318”\. {2}\[number\]$/mu);
  expect(stdout).toMatch(/^2 sentence pairs, 1 finding /mu);
});

test("a folder of aligned texts is checked, in a form for programs", async () => {
  const { code, stdout } = await runChecks("--data", join(folder, "cases"), "--json");
  expect(code).toBe(1);
  const report = reportSchema.parse(JSON.parse(stdout));
  expect(report.pairs).toBe(2);
  expect(report.findings.map(({ id, rule }) => [id, rule])).toEqual([["guests", "number"]]);
});

test("where nothing is wrong the exit code says so", async () => {
  expect((await runChecks("--pairs", join(folder, "fine.jsonl"))).code).toBe(0);
});

test("a line that is no pair is named, and the code says that nothing was checked", async () => {
  const { code, stdout, stderr } = await runChecks("--pairs", join(folder, "broken.jsonl"));
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("3");
});
