import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "run-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

function script(name: string, source: string): string {
  const path = join(folder, name);
  writeFileSync(path, source);
  return path;
}

describe("scripts/run.mjs", () => {
  test("runs TypeScript with its arguments and passes the exit code on", async () => {
    const path = script(
      "echo.ts",
      "const words: string[] = process.argv.slice(2); console.log(words.join('|')); process.exitCode = 3;",
    );
    const child = execFile(process.execPath, ["scripts/run.mjs", path, "a b", "--c"], {
      cwd: root,
    });
    let output = "";
    child.stdout?.on("data", (chunk) => {
      output += chunk;
    });
    const [code] = await once(child, "close");
    expect({ code, output }).toEqual({ code: 3, output: "a b|--c\n" });
  });

  test("passes a signal on and ends as the script ends", async () => {
    const path = script(
      "wait.ts",
      "process.on('SIGTERM', () => { console.log('ended'); process.exit(7); }); setInterval(() => {}, 1000); console.log('ready');",
    );
    const child = spawn(process.execPath, ["scripts/run.mjs", path], { cwd: root });
    let output = "";
    child.stdout.on("data", (chunk) => {
      if (output === "") child.kill("SIGTERM");
      output += chunk;
    });
    const [code] = await once(child, "close");
    expect({ code, output }).toEqual({ code: 7, output: "ready\nended\n" });
  });
});
