import type { ArticleAudience } from "@/core/audience/article-policy";
import { importArticle } from "../articles/import-article";
import { loadArticle, type Reading } from "../articles/load-article";
import { db } from "../db";

export const seedFiles = {
  de: `---
title: Zwei Häfen
---

Am Morgen lagen drei Schiffe im Hafen. Am Abend war es noch eines.

Die Kapitänin sagte „nein“ 🙂 und ging.
`,
  en: `---
title: Two Harbours
---

In the morning there were three ships in the harbour. In the evening one was left.

The captain said “no” 🙂 and left.
`,
  alignment: null,
};

type Seed = {
  readonly slug: string;
  readonly audience?: ArticleAudience;
  readonly importedById?: string | null;
};

/** Makes a small article with two paragraphs, and gives what its readers are shown. */
export async function seedArticle({
  slug,
  audience = "library",
  importedById = null,
}: Seed): Promise<Reading> {
  const message = "seed";
  const result = await importArticle({
    slug,
    audience: "draft",
    files: seedFiles,
    message,
    importedById,
  });
  if (!result.ok) throw new Error(`No article ${slug}: ${result.reason}`);
  await db().article.update({ where: { slug }, data: { audience: "library" } });
  const reading = await loadArticle(null, slug);
  if (!reading) throw new Error(`The article ${slug} cannot be read`);
  await db().article.update({ where: { slug }, data: { audience } });
  return { ...reading, audience };
}
