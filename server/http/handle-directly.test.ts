import { createServer, type Server } from "node:http";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { directRoute } from "./handle-directly";
import { pack, sendPacked } from "./packed";

const list = pack(
  JSON.stringify({ annotations: Array.from({ length: 300 }, () => "Drei Schiffe") }),
);
const route = directRoute(/^\/things\/([^/]+)$/, "id", {
  GET: () => sendPacked(list),
  PUT: async (request, { params }) => {
    const { id } = await params;
    const body = { id, text: await request.text(), query: new URL(request.url).search };
    const response = Response.json(body, { status: 201, headers: { etag: '"1"' } });
    response.headers.append("set-cookie", "a=1; Path=/");
    response.headers.append("set-cookie", "b=2; Path=/");
    return response;
  },
});
let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    if (!(await route(request, response))) response.writeHead(418).end("left to Next.js");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  origin = `http://127.0.0.1:${address.port}`;
});

afterAll(() => {
  server.close();
});

it("hands a handler the request and sends what it answers", async () => {
  const response = await fetch(`${origin}/things/a%20b?only=1`, { method: "PUT", body: "Grüße" });
  expect(response.status).toBe(201);
  expect(response.headers.get("etag")).toBe('"1"');
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect(response.headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2; Path=/"]);
  expect(await response.json()).toEqual({ id: "a b", text: "Grüße", query: "?only=1" });
});

it("compresses a list for those who take it, and for nobody else", async () => {
  for (const encoding of ["gzip, br", "identity", "gzip;q=0", "br"]) {
    const response = await fetch(`${origin}/things/1`, {
      headers: { "accept-encoding": encoding },
    });
    const isCompressed = encoding === "gzip, br";
    expect(response.headers.get("content-encoding")).toBe(isCompressed ? "gzip" : null);
    expect(response.headers.get("vary")).toBe("Accept-Encoding");
    expect(await response.text()).toBe(list.json.toString());
  }
  expect(gunzipSync(await list.gzip()).equals(list.json)).toBe(true);
});

it("leaves other methods, other paths and what cannot be read to Next.js", async () => {
  const others = [
    ["/things/1", "DELETE"],
    ["/things/1", "HEAD"],
    ["/things/1/2", "GET"],
    ["/things/%E0%A4%A", "GET"],
    ["/", "GET"],
  ] as const;
  for (const [path, method] of others) {
    expect((await fetch(origin + path, { method })).status, `${method} ${path}`).toBe(418);
  }
});
