import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationDirectory } from "@prisma/schema-engine-wasm";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import { PrismaPGlite } from "pglite-prisma-adapter";

const prismaFolder = fileURLToPath(new URL("../../prisma", import.meta.url));

/**
 * The SQL that leads from the committed migrations to the schema, as the next migration would hold it. Prisma's own
 * engine compares, in WebAssembly and over a PostgreSQL in memory: its binary cannot be downloaded everywhere.
 */
export async function schemaDiff(): Promise<string> {
  const schemaPath = join(prismaFolder, "schema.prisma");
  const schema = await readFile(schemaPath, "utf8");
  await startEngine();
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: "postgres",
    adapterName: "pglite",
    connect: emptyDatabase,
    connectToShadowDb: emptyDatabase,
  });
  const session = await engine.SchemaEngine.new(
    { datamodels: [[schemaPath, schema]] },
    ignore,
    factory,
  );
  const { stdout } = await session.diff({
    from: { tag: "migrations", ...(await readMigrations()) },
    to: { tag: "schemaDatamodel", files: [{ path: schemaPath, content: schema }] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return (stdout ?? "").trim();
}

function emptyDatabase() {
  return new PrismaPGlite(new PGlite()).connect();
}

function ignore(): void {}

async function startEngine(): Promise<void> {
  const module = createRequire(import.meta.url).resolve(
    "@prisma/schema-engine-wasm/schema_engine_bg",
  );
  const { instance } = await WebAssembly.instantiate(
    await readFile(module.replace(/\.js$/, ".wasm")),
    { "./schema_engine_bg.js": engine },
  );
  engine.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: start } = instance.exports;
  if (typeof start !== "function") throw new Error("The schema engine has no start function");
  start();
}

async function readMigrations() {
  const baseDir = join(prismaFolder, "migrations");
  const entries = await readdir(baseDir, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories: MigrationDirectory[] = [];
  for (const path of folders.sort()) {
    const value = await readFile(join(baseDir, path, "migration.sql"), "utf8");
    const migrationFile = { path: "migration.sql", content: { tag: "ok" as const, value } };
    migrationDirectories.push({ path, migrationFile });
  }
  const content = await readFile(join(baseDir, "migration_lock.toml"), "utf8");
  const lockfile = { path: "migration_lock.toml", content };
  return { baseDir, lockfile, shadowDbInitScript: "", migrationDirectories };
}
