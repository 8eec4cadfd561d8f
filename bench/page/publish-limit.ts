import { newArticle } from "@/core/article/new-article";
import { writeVersion } from "@/formats/version/write-version";
import { importArticle } from "@/server/articles/import-article";
import { db } from "@/server/db";
import { openDatabase } from "../../scripts/import/open-database";
import type { Pair } from "./limit-text";

/** Puts the paragraphs of the limit page into the library of a running installation, aligned sentence by sentence. */
export async function publishLimit(
  dataDir: string,
  slug: string,
  pairs: readonly Pair[],
): Promise<void> {
  process.env.DATA_DIR = dataDir;
  const sideOf = (language: "de" | "en", title: string) => ({
    frontMatter: { title },
    paragraphs: pairs.map((pair) => pair[language].map((sentence) => `${sentence} `)),
  });
  const sentences = pairs.flatMap(({ de }) => de).map((_, index) => index);
  const article = newArticle(
    { de: sideOf("de", "Paralleltext"), en: sideOf("en", "Parallel text") },
    sentences.map((index) => ({ de: [index], en: [index], probability: 0.99 })),
  );
  const database = await openDatabase();
  const result = await importArticle({
    slug,
    files: writeVersion(article),
    audience: "library",
    message: "bench",
    importedById: null,
  });
  await db().$disconnect();
  await database.close();
  if (!result.ok) throw new Error(`The text was not taken in: ${result.reason}`);
}
