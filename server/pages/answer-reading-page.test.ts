import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { db } from "../db";
import { contentSecurityPolicy } from "../http/security-headers";
import { makeAnnotation } from "../testing/make-annotation";
import { seedAnnotation } from "../testing/seed-annotation";
import { seedArticle } from "../testing/seed-article";
import { newVisitor } from "../testing/visitor";
import { answerReadingPage } from "./answer-reading-page";
import { readingPages } from "./reading-pages";

const nonce = "bm9uY2U=";
const text = "Drei Schiffe. ".repeat(400);
let rendered: string[];
let server: Server;
let origin: string;

beforeAll(async () => {
  const pages = readingPages(async (path) => {
    rendered.push(path);
    if (path.endsWith("/99")) return new Response("Keine Seite", { status: 404 });
    const told = `<script nonce="${nonce}">self.__next_f.push([1,"nonce ${nonce}"])</script>`;
    return new Response(`<html><head></head><body>${text}${told}</body></html>`, {
      headers: {
        "content-security-policy": contentSecurityPolicy({
          scripts: [`'nonce-${nonce}'`],
          styles: [],
        }),
        link: `</a.css>; rel=preload; as="style"; nonce="${nonce}"`,
      },
    });
  });
  server = createServer(async (request, response) => {
    const isDone = await answerReadingPage(request, response, pages);
    if (!isDone) response.writeHead(418).end("left to Next.js");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  origin = `http://127.0.0.1:${address.port}`;
});

afterAll(() => {
  server.close();
});

beforeEach(() => {
  rendered = [];
});

function get(path: string, headers: Record<string, string> = {}, method = "GET") {
  return fetch(origin + path, { headers, method, redirect: "manual" });
}

it("renders a page once and sends it to everybody, in the encoding they take", async () => {
  await seedArticle({ slug: "haefen" });
  for (const encoding of ["br", "gzip", "identity"]) {
    const response = await get("/de/read/haefen", { "accept-encoding": encoding });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-encoding")).toBe(
      encoding === "identity" ? null : encoding,
    );
    expect(response.headers.get("vary")).toContain("Accept-Encoding");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("link")).toBe(
      '</a.css>; rel=preload; as="style", </annotations/>; rel="http://www.w3.org/ns/oa#annotationService"',
    );
    expect(await response.text()).toContain(text);
  }
  expect(rendered).toEqual(["/de/read/haefen"]);
  await get("/en/read/haefen/german/2");
  expect(rendered).toEqual(["/de/read/haefen", "/en/read/haefen/german/2"]);
});

it("sends nothing anew that the browser has, and never without asking", async () => {
  await seedArticle({ slug: "zweimal" });
  const first = await get("/de/read/zweimal");
  const etag = first.headers.get("etag") ?? "";
  expect(first.headers.get("cache-control")).toBe("private, no-cache");
  const again = await get("/de/read/zweimal", { "if-none-match": etag });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe("");
  expect((await get("/de/read/zweimal", { "if-none-match": 'W/"other"' })).status).toBe(200);
});

it("renders once for all who ask at the same moment", async () => {
  await seedArticle({ slug: "zugleich" });
  const answers = await Promise.all(Array.from({ length: 20 }, () => get("/de/read/zugleich")));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect(rendered).toEqual(["/de/read/zugleich"]);
});

it("leaves what not everybody may read to Next.js, from the moment on at which they may not", async () => {
  await seedArticle({ slug: "zurueckgezogen" });
  expect((await get("/de/read/zurueckgezogen")).status).toBe(200);
  for (const audience of ["draft", "group", "link"] as const) {
    await db().article.update({ where: { slug: "zurueckgezogen" }, data: { audience } });
    expect((await get("/de/read/zurueckgezogen")).status).toBe(418);
  }
  await db().article.update({
    where: { slug: "zurueckgezogen" },
    data: { audience: "library", deletedAt: new Date() },
  });
  expect((await get("/de/read/zurueckgezogen")).status).toBe(418);
});

it("sends a first visit the text alone, and the scripts' knowledge when it is asked for", async () => {
  await seedArticle({ slug: "ruhig" });
  const html = await (await get("/de/read/ruhig")).text();
  expect(html).not.toContain("self.__next_f");
  const address = /"(\?knows=[\w-]{22})"/.exec(html)?.[1] ?? "";
  for (const encoding of ["br", "gzip", "identity"]) {
    const told = await get(`/de/read/ruhig${address}`, { "accept-encoding": encoding });
    expect(told.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(told.headers.get("cache-control")).toContain("private");
    expect(await told.text()).toBe('self.__next_f.push([1,"nonce "])');
  }
  await db().article.update({ where: { slug: "ruhig" }, data: { audience: "draft" } });
  expect((await get(`/de/read/ruhig${address}`)).status).toBe(418);
});

it("has a page loaded anew, awake, that another version or build has left behind", async () => {
  await seedArticle({ slug: "veraltet" });
  const told = await get(`/de/read/veraltet?knows=${"a".repeat(22)}`);
  expect(told.headers.get("cache-control")).toBe("no-store");
  const source = await told.text();
  expect(source).toContain("location.reload()");
  const cookie = /"(awake=1)/.exec(source)?.[1] ?? "";
  expect(await (await get("/de/read/veraltet", { cookie })).text()).toContain("self.__next_f");
});

it("is awake for whoever has a cookie, and where everybody is shown notes", async () => {
  const reading = await seedArticle({ slug: "wach" });
  const isAwake = async (headers = {}) =>
    (await (await get("/de/read/wach", headers)).text()).includes("self.__next_f");
  expect(await isAwake()).toBe(false);
  expect(await isAwake({ cookie: "x=1" })).toBe(true);
  const { viewer } = await newVisitor();
  const note = makeAnnotation(reading, "drei Schiffe");
  await seedAnnotation(viewer, note);
  expect(await isAwake()).toBe(false);
  await db().annotation.update({ where: { id: note.id }, data: { audience: "public" } });
  expect(await isAwake()).toBe(true);
});

it("shows a new version at once", async () => {
  const { version } = await seedArticle({ slug: "neu" });
  await get("/de/read/neu");
  await get("/de/read/neu");
  const other = await seedArticle({ slug: "anders" });
  await db().article.update({ where: { slug: "anders" }, data: { currentVersionId: null } });
  await db().article.update({
    where: { slug: "neu" },
    data: { currentVersionId: other.version.id },
  });
  await get("/de/read/neu");
  expect(rendered).toEqual(["/de/read/neu", "/de/read/neu"]);
  expect(other.version.id).not.toBe(version.id);
});

it("keeps nothing that is no page, and leaves everything else to Next.js", async () => {
  await seedArticle({ slug: "rest" });
  expect((await get("/de/read/rest/99")).status).toBe(418);
  expect((await get("/de/read/rest/99")).status).toBe(418);
  expect(rendered).toEqual(["/de/read/rest/99", "/de/read/rest/99"]);
  rendered = [];
  const others: [string, Record<string, string>?, string?][] = [
    ["/de/read/rest?note=1"],
    ["/de/read/rest", { rsc: "1" }],
    ["/de/read/rest", { "next-router-prefetch": "1" }],
    ["/de/read/rest", { "next-action": "x" }],
    ["/de/read/rest", {}, "POST"],
    ["/fr/read/rest"],
    ["/de/read/rest/german/2/3"],
    ["/de/read/%E0%A4%A"],
    ["/de/read/no-such-article"],
    ["/de"],
  ];
  for (const [path, headers, method] of others) {
    expect((await get(path, headers, method)).status, path).toBe(418);
  }
  expect(rendered).toEqual([]);
});
