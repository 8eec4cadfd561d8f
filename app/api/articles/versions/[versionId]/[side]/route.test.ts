import { expect, test } from "vitest";
import { importArticle } from "@/server/articles/import-article";
import { loadArticle } from "@/server/articles/load-article";
import { seedArticle, seedFiles } from "@/server/testing/seed-article";
import { send } from "@/server/testing/send";
import { newVisitor } from "@/server/testing/visitor";
import { GET } from "./route";

function side(versionId: string, language: string, sending = {}) {
  const request = send("GET", `/api/articles/versions/${versionId}/${language}`, sending);
  return GET(request, { params: Promise.resolve({ versionId, side: language }) });
}

test("a side of a library's article is the fragment that everyone may keep for good", async () => {
  const { version } = await seedArticle({ slug: "offen" });
  const response = await side(version.id, "de");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(await response.text()).toContain("drei Schiffe");
  expect(await (await side(version.id, "en")).text()).toContain("three ships");
});

test("a browser that has it is told so", async () => {
  const { version } = await seedArticle({ slug: "bekannt" });
  const etag = (await side(version.id, "de")).headers.get("etag") ?? "";
  const again = await side(version.id, "de", { headers: { "if-none-match": etag } });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  const stale = await side(version.id, "de", { headers: { "if-none-match": '"other"' } });
  expect(stale.status).toBe(200);
});

test("a draft is its importer's alone, and no shared cache keeps it", async () => {
  const [importer, other] = [await newVisitor(), await newVisitor("editor")];
  const slug = "entwurf";
  const importedById = importer.viewer.id;
  await importArticle({ slug, audience: "draft", files: seedFiles, message: "test", importedById });
  const id = (await loadArticle(importer.viewer, slug))?.version.id ?? "";

  const own = await side(id, "de", { cookie: importer.cookie });
  expect([own.status, own.headers.get("cache-control")]).toEqual([200, "private, no-cache"]);
  expect((await side(id, "de", { cookie: other.cookie })).status).toBe(404);
  expect((await side(id, "de")).status).toBe(404);
});

test("another language, another version and no version are not found", async () => {
  const { version } = await seedArticle({ slug: "grenzen" });
  const attempts = [
    side(version.id, "fr"),
    side(version.id, "constructor"),
    side("0f0e3c52-6d0f-4a0e-9c3b-0d3f3b1f7a55", "de"),
    side("%00", "de"),
    side("1", "de"),
  ];
  for (const response of await Promise.all(attempts)) expect(response.status).toBe(404);
});
