import { Client } from "pg";
import { afterAll, inject } from "vitest";
import { db } from "../db";

// Every test file begins with an empty database; the worker's last one is dropped here, so at most one each exists.
const name = `tests_${process.env.VITEST_POOL_ID}`;
const template = new URL(inject("templateUrl"));

const own = new URL(template);
own.pathname = `/${name}`;
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
  await db().$disconnect();
});
