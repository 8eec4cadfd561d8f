import { expect, test } from "vitest";
import { db } from "@/server/db";
import { send } from "@/server/testing/send";
import { newVisitor } from "@/server/testing/visitor";
import { GET } from "./route";

const DAY_MS = 24 * 60 * 60 * 1000;

test("without a session there is no viewer", async () => {
  const response = await GET(send("GET", "/api/viewer"));
  expect(await response.json()).toEqual({ viewer: null });
  expect(response.headers.get("cache-control")).toBe("no-store");
});

test("with a session the viewer is named, with their role", async () => {
  const { viewer, cookie } = await newVisitor("editor");
  const response = await GET(send("GET", "/api/viewer", { cookie }));
  expect(await response.json()).toEqual({ viewer });
});

test("a session that ended is none", async () => {
  const { viewer, cookie } = await newVisitor();
  const yesterday = new Date(Date.now() - DAY_MS);
  await db().session.updateMany({ where: { userId: viewer.id }, data: { expiresAt: yesterday } });
  const response = await GET(send("GET", "/api/viewer", { cookie }));
  expect(await response.json()).toEqual({ viewer: null });
});

test("a session that is used again after some days lasts as long as a new one, and so does its cookie", async () => {
  const { viewer, cookie } = await newVisitor();
  const soon = new Date(Date.now() + 300 * DAY_MS);
  await db().session.updateMany({ where: { userId: viewer.id }, data: { expiresAt: soon } });

  const response = await GET(send("GET", "/api/viewer", { cookie }));
  expect(await response.json()).toEqual({ viewer });
  expect(response.headers.getSetCookie()).toEqual([expect.stringContaining("Max-Age=34560000")]);
  const session = await db().session.findFirstOrThrow({ where: { userId: viewer.id } });
  expect(session.expiresAt.getTime()).toBeGreaterThan(Date.now() + 399 * DAY_MS);
});
