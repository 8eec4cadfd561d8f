import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { Refusal } from "./refusal.mjs";

// The key Prisma Migrate locks, so that its own commands and ours wait for each other.
const LOCK_KEY = 72707369;

// Prisma Migrate's own table, so that its `status` and `deploy` agree with what was done here.
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/**
 * Applies the migrations of a folder that the database does not have yet, in the order of their names, each in one
 * transaction. Several starts at once wait for each other. Refuses (`migration-edited`, `migration-unknown`,
 * `migration-failed`) rather than guess.
 *
 * @param {string} connectionString
 * @param {string} directory holds one folder per migration with its `migration.sql`
 * @returns {Promise<readonly string[]>} the names of the migrations applied now
 */
export async function migrate(connectionString, directory) {
  const migrations = readMigrations(directory);
  const client = new Client({ connectionString, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK_KEY]);
    await client.query(TABLE);
    const done = await appliedChecksums(client);
    refuseStrangers(done, migrations);

    const missing = migrations.filter((migration) => isMissing(done, migration));
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    await client.end(); // ends the session, and with it the lock
  }
}

/** @typedef {{ readonly name: string, readonly sql: string, readonly checksum: string }} Migration */

/** @param {string} directory @returns {readonly Migration[]} */
function readMigrations(directory) {
  const folders = readdirSync(directory, { withFileTypes: true }).filter((e) => e.isDirectory());
  return folders
    .map(({ name }) => {
      const sql = readFileSync(join(directory, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @param {Client} client @returns {Promise<ReadonlyMap<string, string>>} */
async function appliedChecksums(client) {
  const { rows } = await client.query(
    "SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

/**
 * A database that knows more migrations than we do belongs to a newer version of the application.
 *
 * @param {ReadonlyMap<string, string>} done
 * @param {readonly Migration[]} migrations
 */
function refuseStrangers(done, migrations) {
  const names = new Set(migrations.map(({ name }) => name));
  const stranger = [...done.keys()].find((name) => !names.has(name));
  if (stranger) throw new Refusal("migration-unknown", { name: stranger });
}

/** @param {ReadonlyMap<string, string>} done @param {Migration} migration */
function isMissing(done, { name, checksum }) {
  const known = done.get(name);
  if (known !== undefined && known !== checksum) throw new Refusal("migration-edited", { name });
  return known === undefined;
}

/** @param {Client} client @param {Migration} migration */
async function apply(client, { name, sql, checksum }) {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       VALUES ($1, $2, now(), $3, 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Refusal("migration-failed", { name, error: String(error) });
  }
}
