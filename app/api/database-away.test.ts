import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { GET as getAnnotations } from "@/app/api/articles/[slug]/annotations/route";
import { GET as getViewer } from "@/app/api/viewer/route";
import { GET as getHealth } from "@/app/healthz/route";
import { freePort } from "@/scripts/free-port.mjs";
import { send } from "@/server/testing/send";

process.env.DATABASE_URL = `postgresql://nobody@127.0.0.1:${await freePort()}/nothing`;

test("a database that is away is a health of 503", async () => {
  const response = await getHealth(send("GET", "/healthz"));
  expect(response.status).toBe(503);
});

test("a request that needs the database says in the reader's language that it should be sent again", async () => {
  const request = send("GET", "/api/articles/a/annotations", {
    headers: { "accept-language": "en" },
  });
  const response = await getAnnotations(request, { params: Promise.resolve({ slug: "a" }) });
  expect(response.status).toBe(503);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await response.json()).toMatchObject({
    reason: "unavailable",
    title: "The database cannot be reached right now. Please try again in a moment.",
  });
});

test("so does a request that comes with a session", async () => {
  const signature = createHmac("sha256", process.env.AUTH_SECRET ?? "")
    .update("t")
    .digest("base64");
  const cookie = `zwiesprache.session_token=${encodeURIComponent(`t.${signature}`)}`;
  const response = await getViewer(send("GET", "/api/viewer", { cookie }));
  expect(response.status).toBe(503);
});
