import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { migrate } from "@/scripts/migrate.mjs";
import { startPostgres } from "@/scripts/postgres.mjs";

const dataDir = mkdtempSync(join(tmpdir(), "zwiesprache-migrate-"));
let server: Awaited<ReturnType<typeof startPostgres>>;

beforeAll(async () => {
  server = await startPostgres({ dataDir, isDurable: false });
});

afterAll(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const first = { "1_words": "CREATE TABLE word (text text NOT NULL);" };
const second = { "2_greeting": "INSERT INTO word VALUES ('Guten Tag'), ('Grüß Gott');" };

test("applies what is missing, in the order of the names, and nothing twice", async () => {
  const url = await newDatabase();
  expect(await migrate(url, folderOf(first))).toEqual(["1_words"]);
  expect(await migrate(url, folderOf({ ...second, ...first }))).toEqual(["2_greeting"]);
  expect(await migrate(url, folderOf({ ...second, ...first }))).toEqual([]);
  expect(await words(url)).toEqual(["Grüß Gott", "Guten Tag"]);
});

test("several starts at once apply each migration once", async () => {
  const url = await newDatabase();
  const folder = folderOf({ ...first, ...second });
  const applied = await Promise.all(Array.from({ length: 8 }, () => migrate(url, folder)));
  expect(applied.flat()).toEqual(["1_words", "2_greeting"]);
  expect(await words(url)).toHaveLength(2);
});

test("a migration that fails leaves nothing of itself, keeps those before it, and can be mended", async () => {
  const url = await newDatabase();
  const broken = { "2_greeting": `${second["2_greeting"]} INSERT INTO wrod VALUES ('Servus');` };
  await expect(migrate(url, folderOf({ ...first, ...broken }))).rejects.toMatchObject({
    reason: "migration-failed",
    values: { name: "2_greeting", error: expect.stringContaining("wrod") },
  });
  expect(await words(url)).toEqual([]);
  expect(await migrate(url, folderOf({ ...first, ...second }))).toEqual(["2_greeting"]);
});

test("an applied migration that was edited since is refused, and nothing after it applied", async () => {
  const url = await newDatabase();
  await migrate(url, folderOf(first));
  const edited = { "1_words": "CREATE TABLE word (text text);" };
  await expect(migrate(url, folderOf({ ...edited, ...second }))).rejects.toMatchObject({
    reason: "migration-edited",
    values: { name: "1_words" },
  });
  expect(await words(url)).toEqual([]);
});

test("a database that a newer version has migrated is refused", async () => {
  const url = await newDatabase();
  await migrate(url, folderOf({ ...first, ...second }));
  await expect(migrate(url, folderOf(first))).rejects.toMatchObject({
    reason: "migration-unknown",
    values: { name: "2_greeting" },
  });
});

let databases = 0;

async function newDatabase(): Promise<string> {
  databases += 1;
  const name = `migrated_${databases}`;
  await query(server.url, `CREATE DATABASE ${name}`);
  return Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
}

/** A folder of migrations, each of one statement or more. */
function folderOf(migrations: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "zwiesprache-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "migration_lock.toml"), 'provider = "postgresql"\n');
  for (const [name, sql] of Object.entries(migrations)) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "migration.sql"), sql);
  }
  return folder;
}

async function words(url: string): Promise<readonly string[]> {
  const rows = await query(url, 'SELECT text FROM word ORDER BY text COLLATE "de-x-icu"');
  return rows.map(({ text }) => text);
}

async function query(url: string, sql: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
