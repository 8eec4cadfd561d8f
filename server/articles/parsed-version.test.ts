import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db } from "../db";
import { seedArticle } from "../testing/seed-article";

let versionId: string;

beforeEach(async () => {
  vi.stubEnv("NEXT_PUBLIC_BUILD", "first");
  await seedArticle({ slug: "zwei-haefen" });
  const version = await db().articleVersion.findFirstOrThrow({ select: { id: true } });
  versionId = version.id;
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await db().article.updateMany({ data: { currentVersionId: null } });
  await db().article.deleteMany();
});

test("what was read once is what a process that starts later is given, and nothing else", async () => {
  const article = await loadAnew();
  vi.stubEnv("NEXT_PUBLIC_BUILD", "second");
  expect(await loadAnew(), "read from the files").toEqual(article);
  await retitle("Kept");
  expect(await titleNow()).toBe("Kept");
});

test("another build reads the files itself", async () => {
  await loadAnew();
  await retitle("Kept");
  vi.stubEnv("NEXT_PUBLIC_BUILD", "second");
  expect(await titleNow()).not.toBe("Kept");
  expect(await db().parsedVersion.findMany({ select: { build: true } })).toEqual([
    { build: "second" },
  ]);
});

test("where no build has a name nothing is kept", async () => {
  vi.stubEnv("NEXT_PUBLIC_BUILD", undefined);
  await db().parsedVersion.deleteMany();
  await loadAnew();
  expect(await db().parsedVersion.count()).toBe(0);
});

test("what readers have is read ahead, once, by a build that has not read it", async () => {
  vi.stubEnv("NEXT_PUBLIC_BUILD", "second");
  vi.resetModules();
  const { readAhead } = await import("./read-ahead");
  expect(await readAhead(10_000)).toBe(1);
  await retitle("Kept");
  expect(await titleNow(), "nobody reads the files again").toBe("Kept");
  expect(await readAhead(10_000)).toBe(0);
});

test("nothing is read ahead once the time is over", async () => {
  vi.stubEnv("NEXT_PUBLIC_BUILD", "second");
  const { readAhead } = await import("./read-ahead");
  expect(await readAhead(0)).toBe(0);
});

test("two who miss it at the same moment are both answered", async () => {
  vi.stubEnv("NEXT_PUBLIC_BUILD", "second");
  const [one, other] = await Promise.all([loadAnew(), loadAnew()]);
  expect(one).toEqual(other);
});

/** As a process that has just started. */
async function loadAnew() {
  vi.resetModules();
  const { loadVersion } = await import("./load-version");
  return loadVersion(versionId, db());
}

async function titleNow() {
  return (await loadAnew()).sides.en.frontMatter.title;
}

async function retitle(title: string): Promise<void> {
  const row = await db().parsedVersion.findUniqueOrThrow({ where: { versionId } });
  const article = JSON.parse(row.article);
  article.sides.en.frontMatter.title = title;
  await db().parsedVersion.update({
    where: { versionId },
    data: { article: JSON.stringify(article) },
  });
}
