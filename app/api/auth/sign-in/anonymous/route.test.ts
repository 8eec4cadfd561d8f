import { expect, test } from "vitest";
import { db } from "@/server/db";
import { send } from "@/server/testing/send";
import { cookieOf, newVisitor } from "@/server/testing/visitor";
import { POST } from "./route";

const path = "/api/auth/sign-in/anonymous";

test("a class of thirty makes its first mark at once, and everyone gets an account of their own", async () => {
  const responses = await Promise.all(Array.from({ length: 30 }, () => POST(send("POST", path))));
  expect(responses.map(({ status }) => status)).toEqual(Array(30).fill(200));
  const bodies = await Promise.all(responses.map((response) => response.json()));
  expect(new Set(bodies.map(({ viewer }) => viewer.id)).size).toBe(30);
  expect(new Set(responses.map(cookieOf)).size).toBe(30);
});

test("the session is in a cookie that no script can read, and nowhere else", async () => {
  const response = await POST(send("POST", path));
  expect(response.headers.getSetCookie()).toEqual([
    expect.stringMatching(
      /^zwiesprache\.session_token=[^;]+; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/,
    ),
  ]);
  const body = await response.json();
  expect(body).toEqual({
    viewer: { id: expect.any(String), isAnonymous: true, role: "reader" },
  });
});

test("the account holds neither an address nor anything else of the browser's network", async () => {
  const headers = { "x-forwarded-for": "203.0.113.9" };
  const response = await POST(send("POST", path, { headers }));
  const { viewer } = await response.json();
  const session = await db().session.findFirstOrThrow({ where: { userId: viewer.id } });
  expect(session.ipAddress ?? "").toBe("");
});

test("whoever has an account keeps it", async () => {
  const { viewer, cookie } = await newVisitor();
  const response = await POST(send("POST", path, { cookie }));
  expect(await response.json()).toEqual({ viewer });
  expect(response.headers.getSetCookie()).toEqual([]);
});

test("a cookie that is no session gets a new account", async () => {
  const cookie = "zwiesprache.session_token=forged.c2lnbmF0dXJl";
  const response = await POST(send("POST", path, { cookie }));
  expect(response.status).toBe(200);
  expect(cookieOf(response)).not.toBe("");
});

test.each([
  ["another site", { origin: "https://elsewhere.example" }],
  ["another port of this machine", { origin: "http://localhost:4000" }],
  ["a page without an origin", { origin: "null" }],
  ["whoever does not say", { origin: null }],
  ["another site, as the browser says", { origin: null, "sec-fetch-site": "cross-site" }],
])("a request from %s is refused", async (_, headers) => {
  const response = await POST(send("POST", path, { headers }));
  expect(response.status).toBe(403);
  expect((await response.json()).reason).toBe("foreign-origin");
});

test.each([
  ["this machine by its other name", { origin: "http://127.0.0.1:3000" }],
  ["this site, as the browser says", { origin: null, "sec-fetch-site": "same-origin" }],
])("a request from %s is served", async (_, headers) => {
  expect((await POST(send("POST", path, { headers }))).status).toBe(200);
});

test("a flood of hundreds is refused, with the time to wait, in the reader's language", async () => {
  const flood = Array.from({ length: 300 }, () =>
    POST(send("POST", path, { headers: { "accept-language": "de-AT" } })),
  );
  const refused = (await Promise.all(flood)).filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(150);
  expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await refused[0]?.json()).toMatchObject({
    reason: "too-many",
    title: "Das waren zu viele Anfragen auf einmal. Bitte einen Augenblick warten.",
  });
});
