import { existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { expect, test } from "vitest";
import { runningPostgresUrl } from "@/scripts/postgres.mjs";
import { kill, type Launch, launch, named, newFolder, running, until } from "./launch";

const END_LIMIT_MS = 12_000;

test("what is killed is told or ends the rest, and the next start has every word", async () => {
  const dataDir = newFolder();

  const first = await readyIn(dataDir);
  const processes = first.processes();
  await write(dataDir, "before the supervisor was killed");
  first.signal("SIGKILL");
  await until(() => running(processes).length === 0, "for the end of the rest", END_LIMIT_MS);
  expect(existsSync(join(dataDir, "running.json"))).toBe(true); // the lock of the dead

  const second = await readyIn(dataDir);
  await write(dataDir, "before Next.js was killed");
  kill(named(second.processes(), "zwiesprache-server"));
  await endsWith(second, "The server ended unexpectedly");

  const third = await readyIn(dataDir);
  await write(dataDir, "before PostgreSQL was killed");
  kill(named(third.processes(), `${dataDir}/postgres`));
  await endsWith(third, "The database ended unexpectedly");

  const fourth = await readyIn(dataDir, true);
  const belowNpm = fourth.processes();
  await write(dataDir, "before npm was killed");
  fourth.signal("SIGKILL");
  await until(() => running(belowNpm).length === 0, "for the end of what npm ran", END_LIMIT_MS);

  const fifth = await readyIn(dataDir);
  await write(dataDir, "before all but the database was killed");
  const database = named(fifth.processes(), `${dataDir}/postgres`);
  const server = named(fifth.processes(), "zwiesprache-server");
  fifth.signal("SIGSTOP"); // so that it sees nothing of what follows
  kill(server);
  fifth.signal("SIGKILL");
  await fifth.exitCode();
  expect(running([database])).toEqual([database]); // nobody was left to end it

  // By another way to the same folder it is still the same database.
  const link = join(newFolder(), "data");
  symlinkSync(dataDir, link);
  const last = await readyIn(link);
  expect(last.stdout()).toContain("A database from last time is still running");
  expect(running([database])).toEqual([]);
  expect(await readAll(dataDir)).toEqual([
    "before the supervisor was killed",
    "before Next.js was killed",
    "before PostgreSQL was killed",
    "before npm was killed",
    "before all but the database was killed",
  ]);
});

async function readyIn(dataDir: string, isThroughNpm = false): Promise<Launch> {
  const app = await launch({ dataDir, isThroughNpm });
  await app.isReady();
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  return app;
}

/** One sentence, exit code 1, and nothing of it left. */
async function endsWith(app: Launch, sentence: string): Promise<void> {
  const below = app.processes();
  expect(await app.exitCode()).toBe(1);
  expect(app.stderr().trim().split("\n")).toEqual([expect.stringContaining(sentence)]);
  expect(running(below)).toEqual([]);
}

async function write(dataDir: string, word: string): Promise<void> {
  await query(dataDir, "CREATE TABLE IF NOT EXISTS kept (id serial, word text)");
  await query(dataDir, "INSERT INTO kept (word) VALUES ($1)", [word]);
}

async function readAll(dataDir: string): Promise<readonly string[]> {
  const rows = await query(dataDir, "SELECT word FROM kept ORDER BY id");
  return rows.map(({ word }) => word);
}

async function query(dataDir: string, sql: string, values: readonly string[] = []) {
  const client = new Client({ connectionString: runningPostgresUrl(dataDir) ?? "" });
  await client.connect();
  try {
    return (await client.query(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}
