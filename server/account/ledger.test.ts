import { expect, test } from "vitest";
import { db } from "../db";
import { ledger } from "./ledger";

test("every column of the database that names a person is in the ledger, and nothing that is gone", async () => {
  const columns = await db().$queryRaw<{ place: string }[]>`
    SELECT source.relname || '.' || attribute.attname AS place
    FROM pg_constraint
    JOIN pg_class source ON source.oid = conrelid
    JOIN pg_class target ON target.oid = confrelid
    JOIN pg_attribute attribute ON attribute.attrelid = conrelid AND attribute.attnum = ANY(conkey)
    WHERE contype = 'f' AND target.relname = 'user'`;
  expect(columns.map(({ place }) => place).sort()).toEqual(Object.keys(ledger).sort());
});
