import { beforeAll, expect, test } from "vitest";
import { db } from "@/server/db";
import { makeAnnotation } from "@/server/testing/make-annotation";
import { seedAnnotation } from "@/server/testing/seed-annotation";
import { seedArticle } from "@/server/testing/seed-article";
import { send } from "@/server/testing/send";
import { newVisitor, type Visitor } from "@/server/testing/visitor";
import { GET } from "./route";

let reader: Visitor;
let other: Visitor;

beforeAll(async () => {
  [reader, other] = [await newVisitor(), await newVisitor()];
});

function list(slug: string, cookie?: string) {
  const request = send("GET", `/api/articles/${slug}/annotations`, { cookie });
  return GET(request, { params: Promise.resolve({ slug }) });
}

async function idsOf(response: Response): Promise<readonly string[]> {
  const { annotations } = await response.json();
  return annotations.map(({ id }: { id: string }) => id);
}

test("everyone is given their own annotations of that article, oldest first, and nobody any", async () => {
  const here = await seedArticle({ slug: "hier" });
  const there = await seedArticle({ slug: "dort" });
  const first = await seedAnnotation(reader.viewer, makeAnnotation(here, "drei Schiffe"));
  const second = await seedAnnotation(reader.viewer, makeAnnotation(here, "Hafen"));
  const foreign = await seedAnnotation(other.viewer, makeAnnotation(here, "Hafen"));
  await seedAnnotation(reader.viewer, makeAnnotation(there, "Hafen"));

  expect(await (await list("hier", reader.cookie)).json()).toEqual({
    annotations: [first, second],
  });
  expect(await idsOf(await list("hier", other.cookie))).toEqual([foreign.id]);
  expect(await idsOf(await list("hier"))).toEqual([]);
});

test("deleted ones are left out", async () => {
  const article = await seedArticle({ slug: "geloescht" });
  const { id } = await seedAnnotation(reader.viewer, makeAnnotation(article, "Hafen"));
  await db().annotation.update({ where: { id }, data: { deletedAt: new Date() } });
  expect(await idsOf(await list("geloescht", reader.cookie))).toEqual([]);
});

test("an article that is not there, or a draft of another, is not found", async () => {
  await seedArticle({ slug: "entwurf", audience: "draft", importedById: other.viewer.id });
  for (const slug of ["entwurf", "gibt-es-nicht", "%00", "a\0b", "A b", "x".repeat(5000)]) {
    const response = await list(slug, reader.cookie);
    expect(response.status).toBe(404);
    expect((await response.json()).reason).toBe("not-found");
  }
  expect((await list("entwurf", other.cookie)).status).toBe(200);
});

test("no cache keeps what belongs to one reader", async () => {
  await seedArticle({ slug: "cache" });
  const response = await list("cache", reader.cookie);
  expect(response.headers.get("cache-control")).toBe("no-store");
});
