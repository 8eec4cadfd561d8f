import { expect, test } from "vitest";
import { db } from "../db";
import { makeAnnotation } from "../testing/make-annotation";
import { seedAnnotation } from "../testing/seed-annotation";
import { seedArticle } from "../testing/seed-article";
import { newVisitor } from "../testing/visitor";
import { getAnnotation } from "./get-annotation";

test("an annotation that was made before its text changed is given as it was made", async () => {
  const article = await seedArticle({ slug: "alter-stand" });
  const { viewer } = await newVisitor();
  const stored = await seedAnnotation(viewer, makeAnnotation(article, "Hafen"));
  await db().articleVersion.updateMany({ data: { de: "Ganz anders.\n" } });
  expect(await getAnnotation(viewer, stored.id)).toEqual(stored);
});
