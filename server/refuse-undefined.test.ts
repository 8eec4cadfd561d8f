import { expect, test } from "vitest";
import { db } from "./db";

test("a filter that is undefined fails instead of matching every row", async () => {
  const id: string | undefined = undefined;
  await expect(db().user.findMany({ where: { id } })).rejects.toThrow(
    "User.findMany: where.id is undefined",
  );
  await expect(db().user.findMany({ where: { OR: [{ name: { equals: id } }] } })).rejects.toThrow(
    "where.OR.0.name.equals is undefined",
  );
});

test("a filter that is null or a date is left alone", async () => {
  const where = { image: null, createdAt: { lt: new Date() } };
  await expect(db().user.findMany({ where })).resolves.toEqual([]);
});
