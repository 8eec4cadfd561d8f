import { expect, test } from "vitest";
import { db } from "../db";
import { send } from "../testing/send";
import { newVisitor } from "../testing/visitor";
import { currentViewer } from "../viewer";
import { findToken, listTokens, makeToken, revokeToken } from "./personal-token";

const HOUR_MS = 60 * 60 * 1000;
const reading = { name: "Skript", scopes: ["annotations:read"], expiresAt: null } as const;

function asking(token: string, cookie?: string): Request {
  const headers = { authorization: `Bearer ${token}` };
  return send("GET", "/api/viewer", cookie === undefined ? { headers } : { headers, cookie });
}

test("a token stands for its owner where its scope reaches, and for nobody elsewhere", async () => {
  const { viewer } = await newVisitor();
  const { token } = await makeToken(viewer, reading);
  expect(await currentViewer(asking(token), "annotations:read")).toEqual(viewer);
  expect(await currentViewer(asking(token), "annotations:write")).toBeNull();
  expect(await currentViewer(asking(token))).toBeNull();
});

test("writing includes reading", async () => {
  const { viewer } = await newVisitor();
  const { token } = await makeToken(viewer, { ...reading, scopes: ["annotations:write"] });
  expect(await currentViewer(asking(token), "annotations:read")).toEqual(viewer);
});

test("a cookie beside a token counts for nothing", async () => {
  const [{ viewer }, { cookie }] = [await newVisitor(), await newVisitor()];
  const { token } = await makeToken(viewer, reading);
  expect(await currentViewer(asking(token, cookie), "annotations:read")).toEqual(viewer);
  expect(await currentViewer(asking("zwsp_falsch", cookie), "annotations:read")).toBeNull();
});

test("the authorization of a proxy leaves the session in force", async () => {
  const { viewer, cookie } = await newVisitor();
  const request = send("GET", "/api/viewer", { cookie, headers: { authorization: "Basic eDp5" } });
  expect(await currentViewer(request)).toEqual(viewer);
});

test("a revoked token and an expired one open nothing, and only its owner can revoke one", async () => {
  const [{ viewer }, { viewer: other }] = [await newVisitor(), await newVisitor()];
  const revoked = await makeToken(viewer, reading);
  expect(await revokeToken(other, revoked.id)).toBe(false);
  expect(await findToken(revoked.token)).not.toBeNull();
  expect(await revokeToken(viewer, revoked.id)).toBe(true);
  expect(await findToken(revoked.token)).toBeNull();
  const expired = await makeToken(viewer, { ...reading, expiresAt: new Date(Date.now() - 1) });
  expect(await findToken(expired.token)).toBeNull();
  const lasting = await makeToken(viewer, {
    ...reading,
    expiresAt: new Date(Date.now() + HOUR_MS),
  });
  expect((await listTokens(viewer)).map(({ id }) => id)).toEqual([lasting.id]);
});

test("the database holds nothing that opens anything", async () => {
  const { viewer } = await newVisitor();
  const { id, token } = await makeToken(viewer, reading);
  const row = await db().personalToken.findUniqueOrThrow({ where: { id } });
  expect(JSON.stringify(row)).not.toContain(token.slice(5));
});
