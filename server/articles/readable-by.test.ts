import { beforeAll, expect, test } from "vitest";
import { type ArticleAccess, articleAudiences, mayReadArticle } from "@/core/article/policy";
import { nobody, roles, type Viewer } from "@/core/viewer/viewer";
import { db } from "../db";
import { newVisitor } from "../testing/visitor";
import { readableBy } from "./readable-by";

const viewers: (Viewer | null)[] = [nobody];

beforeAll(async () => {
  for (const role of [...roles, ...roles]) viewers.push((await newVisitor(role)).viewer);
  const importers = viewers.map((viewer) => viewer?.id ?? null);
  await db().article.createMany({
    data: articleAudiences.flatMap((audience) =>
      importers.map((importedById, index) => ({
        slug: `${audience}-${index}`,
        audience,
        importedById,
      })),
    ),
  });
});

test("the filter finds exactly what the policy allows, for every kind of viewer and article", async () => {
  const all = await db().article.findMany({ orderBy: { slug: "asc" } });
  for (const viewer of viewers) {
    const found = await db().article.findMany({
      where: readableBy(viewer),
      orderBy: { slug: "asc" },
    });
    expect(slugs(found)).toEqual(slugs(all.filter((article) => mayReadArticle(viewer, article))));
  }
});

test("the kinds differ: nobody reads the library only, an owner the operator's drafts too, and no one another's", () => {
  const owner = viewers.find((viewer) => viewer?.role === "owner") ?? null;
  const operators: ArticleAccess = { audience: "draft", importedById: null };
  expect(mayReadArticle(nobody, operators)).toBe(false);
  expect(mayReadArticle(owner, operators)).toBe(true);
  expect(mayReadArticle(owner, { audience: "draft", importedById: "someone else" })).toBe(false);
  expect(mayReadArticle(nobody, { audience: "library", importedById: "anyone" })).toBe(true);
});

function slugs(articles: readonly { readonly slug: string }[]): readonly string[] {
  return articles.map(({ slug }) => slug);
}
