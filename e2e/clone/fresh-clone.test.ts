import { execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "@/scripts/free-port.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const isRoot = process.getuid?.() === 0;

test("npm start is enough in a fresh clone, even where the database's account may not enter", async () => {
  const closed = mkdtempSync(join(tmpdir(), "zwiesprache-clone-"));
  chmodSync(closed, 0o700); // as many a home is
  onTestFinished(() => rmSync(closed, { recursive: true, force: true }));
  const folder = join(closed, "zwiesprache");
  execFileSync("git", ["clone", "--quiet", root, folder]);

  const port = await freePort();
  const app = npmStart(folder, port);
  await app.says("Ctrl-C stops everything.");
  for (const step of ["Installing", "Generating", "Building", "Making a new database", "Ready"])
    expect(app.printed()).toContain(step);

  const dataDir = /data is kept in (\S+)\.\n/.exec(app.printed())?.[1];
  expect(dataDir === undefined).toBe(!isRoot); // only root runs the database as somebody else
  if (dataDir) onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));

  expect((await fetch(`http://localhost:${port}/healthz`)).status).toBe(200);
  const library = await (await fetch(`http://localhost:${port}/de`)).text();
  expect(library).toContain("/de/read/waehrung-unter-der-erde");

  app.stop();
  expect(await app.exitCode).toBe(0);
  await expect(fetch(`http://localhost:${port}/healthz`)).rejects.toThrow();
});

/** What a person types who has just cloned the project. */
function npmStart(folder: string, port: number) {
  const { DATA_DIR, DATABASE_URL, AUTH_SECRET, PUBLIC_URL, ...others } = process.env;
  const ours = Object.entries(others).filter(([name]) => !/^(VITEST|npm_)/.test(name));
  const child = spawn("npm", ["start"], {
    cwd: folder,
    env: { NODE_ENV: "production", ...Object.fromEntries(ours), PORT: String(port), LC_ALL: "C" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const exitCode = new Promise<number | null>((done) => {
    child.on("close", done);
  });
  onTestFinished(async () => {
    child.kill("SIGTERM");
    await exitCode;
  });
  const says = (words: string) =>
    new Promise<void>((done, fail) => {
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk: Buffer) => {
          printed += chunk;
          if (printed.includes(words)) done();
        });
      exitCode.then(() => fail(new Error(`It ended before it said ${words}:\n${printed}`)));
    });
  return { says, exitCode, printed: () => printed, stop: () => void child.kill("SIGTERM") };
}
