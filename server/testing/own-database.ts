import { Client } from "pg";
import { afterAll, inject, vi } from "vitest";

// Every test file begins with an empty database and with our modules as if none had been used; the packages they import
// are shared by the files of a worker, and loaded once. The worker's last database is dropped here, so one each exists.
vi.resetModules();
forget();

const name = `tests_${process.env.VITEST_POOL_ID}`;
const template = new URL(inject("templateUrl"));

const own = new URL(template);
own.pathname = `/${name}`;
const environment = { ...process.env };
process.env.DATABASE_URL = own.href;
process.env.AUTH_SECRET = "a secret of the tests that opens nothing anywhere else";
process.env.PUBLIC_URL = "http://localhost:3000";

const admin = new Client({
  connectionString: Object.assign(new URL(template), { pathname: "/postgres" }).href,
});
await admin.connect();
await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`);
await admin.end();

afterAll(async () => {
  await globalThis.zwiespracheDatabase?.$disconnect();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  for (const key of Object.keys(process.env)) if (!(key in environment)) delete process.env[key];
  Object.assign(process.env, environment);
});

/** What our modules keep for the whole process: the client of the database, the limits, who listens. */
function forget(): void {
  clearTimeout(globalThis.zwiespracheAnnouncement);
  for (const key of Object.keys(globalThis)) {
    if (key.startsWith("zwiesprache")) Reflect.deleteProperty(globalThis, key);
  }
}
