import { existsSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { expect, test } from "vitest";
import { startPostgres } from "@/scripts/postgres.mjs";
import { launch, newFolder, running } from "./launch";

test("with DATABASE_URL it uses that server, starts none and leaves it running", async () => {
  const theirs = await startPostgres({ dataDir: newFolder(), isDurable: false });
  try {
    const app = await launch({ env: { DATABASE_URL: theirs.url } });
    await app.isReady();
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
    expect(app.stdout()).not.toContain("Starting the database");
    expect(existsSync(join(app.dataDir, "postgres"))).toBe(false);
    expect(app.processes().filter(({ words }) => words.includes("postgres -D"))).toEqual([]);
    const processes = app.processes();

    app.signal("SIGTERM");
    expect(await app.exitCode()).toBe(0);
    expect(running(processes)).toEqual([]);
    expect(await countArticles(theirs.url)).toBeGreaterThan(0);
  } finally {
    await theirs.stop();
  }
});

async function countArticles(connectionString: string): Promise<number> {
  const client = new Client({ connectionString });
  await client.connect();
  const { rows } = await client.query("SELECT count(*)::int AS count FROM article");
  await client.end();
  return rows[0].count;
}
