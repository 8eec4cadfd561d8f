import { afterEach, expect, test } from "vitest";
import { db } from "./db";
import { claimOwner, makeOwnerLink } from "./owner";
import { newVisitor } from "./testing/visitor";

afterEach(async () => {
  await db().user.updateMany({ data: { role: "reader" } });
});

test("the link makes whoever uses it the owner", async () => {
  const { viewer } = await newVisitor();
  const link = await makeOwnerLink();
  expect(link).toMatch(/^http:\/\/localhost:3000\/owner\/[\w-]{43}$/);
  expect(await claimOwner(viewer, tokenOf(link))).toEqual({ ok: true });
  expect(await roleOf(viewer.id)).toBe("owner");
});

test("the link works once", async () => {
  const first = await newVisitor();
  const second = await newVisitor();
  const token = tokenOf(await makeOwnerLink());
  await claimOwner(first.viewer, token);
  await db().user.updateMany({ data: { role: "reader" } });

  const refused = { ok: false, reason: "owner-link-used" };
  expect(await claimOwner(second.viewer, token)).toEqual(refused);
  expect(await roleOf(second.viewer.id)).toBe("reader");
});

test("two who click at the same moment become one owner", async () => {
  const people = await Promise.all([newVisitor(), newVisitor(), newVisitor()]);
  const token = tokenOf(await makeOwnerLink());
  const results = await Promise.all(people.map(({ viewer }) => claimOwner(viewer, token)));
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(await db().user.count({ where: { role: "owner" } })).toBe(1);
});

test("a new link ends the one before", async () => {
  const { viewer } = await newVisitor();
  const old = tokenOf(await makeOwnerLink());
  await makeOwnerLink();
  expect(await claimOwner(viewer, old)).toEqual({ ok: false, reason: "owner-link-used" });
});

test("a token that was never given out opens nothing", async () => {
  const { viewer } = await newVisitor();
  await makeOwnerLink();
  for (const token of ["", "guess", "\0", "x".repeat(10_000)]) {
    expect((await claimOwner(viewer, token)).ok).toBe(false);
  }
  expect(await roleOf(viewer.id)).toBe("reader");
});

test("without a session the link stays unused", async () => {
  const { viewer } = await newVisitor();
  const token = tokenOf(await makeOwnerLink());
  expect(await claimOwner(null, token)).toEqual({ ok: false, reason: "signed-out" });
  expect((await claimOwner(viewer, token)).ok).toBe(true);
});

test("where there is an owner no link is made", async () => {
  await newVisitor("owner");
  expect(await makeOwnerLink()).toBeNull();
});

test("the token cannot be read from the database", async () => {
  const token = tokenOf(await makeOwnerLink());
  const links = await db().ownerLink.findMany();
  expect(JSON.stringify(links)).not.toContain(token);
});

function tokenOf(link: string | null): string {
  return link?.split("/").at(-1) ?? "";
}

async function roleOf(id: string) {
  return (await db().user.findUniqueOrThrow({ where: { id } })).role;
}
