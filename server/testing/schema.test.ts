import { expect, test } from "vitest";
import { schemaDiff } from "./schema-diff";

// When this fails, what was received belongs into a new folder of prisma/migrations.
test("the migrations lead to the schema", async () => {
  expect(await schemaDiff()).toBe("-- This is an empty migration.");
});
