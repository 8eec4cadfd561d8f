import { expect, test } from "vitest";
import { mayReadAnnotation } from "@/core/annotation/policy";
import { roles } from "@/core/viewer/viewer";
import { db } from "../db";
import { makeAnnotation } from "../testing/make-annotation";
import { seedAnnotation } from "../testing/seed-annotation";
import { seedArticle } from "../testing/seed-article";
import { newVisitor } from "../testing/visitor";
import { getAnnotation } from "./get-annotation";

test("what is found is exactly what the policy allows, for every kind of viewer and annotation", async () => {
  const article = await seedArticle({ slug: "zwei-haefen" });
  const viewers = await Promise.all(roles.map(async (role) => (await newVisitor(role)).viewer));
  for (const owner of viewers) {
    const ids = [makeAnnotation(article, "Hafen"), makeAnnotation(article, "Schiffe")];
    for (const annotation of ids) await seedAnnotation(owner, annotation);
    const deletedId = ids[0]?.id ?? "";
    await db().annotation.update({ where: { id: deletedId }, data: { deletedAt: new Date() } });

    for (const viewer of viewers) {
      for (const { id } of ids) {
        const access = { ownerId: owner.id, isDeleted: id === deletedId };
        const found = await getAnnotation(viewer, id);
        expect(found !== null).toBe(mayReadAnnotation(viewer, access));
      }
    }
  }
});

test("an annotation that was made before its text changed is given as it was made", async () => {
  const article = await seedArticle({ slug: "alter-stand" });
  const { viewer } = await newVisitor();
  const stored = await seedAnnotation(viewer, makeAnnotation(article, "Hafen"));
  await db().articleVersion.updateMany({ data: { de: "Ganz anders.\n" } });
  expect(await getAnnotation(viewer, stored.id)).toEqual(stored);
});
