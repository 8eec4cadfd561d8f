import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "@/scripts/migrate.mjs";
import { startPostgres } from "@/scripts/postgres.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    /** Connection string of a migrated, empty database that each test file's own is copied from. */
    templateUrl: string;
  }
}

const migrations = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

/** One PostgreSQL for the whole run, in a folder of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), "zwiesprache-test-"));
  const postgres = await startPostgres({ dataDir, isDurable: false });
  const templateUrl = await createTemplate(postgres.url);
  project.provide("templateUrl", templateUrl);
  return async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

async function createTemplate(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("CREATE DATABASE template_of_tests");
  await client.end();
  const template = new URL(url);
  template.pathname = "/template_of_tests";
  await migrate(template.href, migrations);
  return template.href;
}
