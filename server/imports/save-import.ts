import "server-only";
import { z } from "zod";
import { slugFrom } from "@/core/article/slug";
import { importResultSchema } from "@/core/import/import-result";
import type { Viewer } from "@/core/viewer/viewer";
import { storeVersion } from "../articles/add-version";
import { db, type Transaction } from "../db";

export type SaveResult =
  | { readonly ok: true; readonly slug: string }
  /** Each is a key of the messages `ImportPage.notSaved`. */
  | { readonly ok: false; readonly reason: "not-found" | "nothing-read" };

/** Makes a draft of what was read: an article that only its importer sees. Saved twice, it is the same article. */
export async function saveImport(viewer: Viewer, id: string): Promise<SaveResult> {
  if (!z.uuid().safeParse(id).success) return { ok: false, reason: "not-found" };
  return db().$transaction(async (transaction) => {
    // Two clicks at once wait for each other here.
    await transaction.$executeRaw`SELECT 1 FROM "import" WHERE "id" = ${id}::uuid FOR UPDATE`;
    const row = await transaction.import.findFirst({
      where: { id, ownerId: viewer.id },
      select: {
        result: true,
        de: true,
        en: true,
        alignment: true,
        article: { select: { slug: true } },
      },
    });
    if (!row) return { ok: false, reason: "not-found" };
    if (row.article) return { ok: true, slug: row.article.slug };
    const { de, en, alignment } = row;
    const result = importResultSchema.safeParse(row.result).data;
    if (!result?.ok || de === null || en === null || alignment === null)
      return { ok: false, reason: "nothing-read" };

    const { summary } = result;
    const name = slugFrom(summary.titles.de ?? summary.titles.en ?? "") || "text";
    const article = await makeDraft(transaction, viewer, name);
    await storeVersion(transaction, {
      articleId: article.id,
      number: 1,
      de,
      en,
      alignment,
      summary,
      origin: "import",
      message: "import",
      authorId: viewer.id,
      isShown: true,
    });
    await transaction.import.update({ where: { id }, data: { articleId: article.id } });
    return { ok: true, slug: article.slug };
  });
}

/** Throws away an import that was not saved, its files too. */
export async function discardImport(viewer: Viewer, id: string): Promise<boolean> {
  if (!z.uuid().safeParse(id).success) return false;
  const { count } = await db().import.deleteMany({
    where: { id, ownerId: viewer.id, articleId: null },
  });
  return count === 1;
}

/** Under a name made of the headline, with a number where that is taken. */
async function makeDraft(transaction: Transaction, viewer: Viewer, name: string) {
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? name : `${name}-${number}`;
    const [created] = await transaction.article.createManyAndReturn({
      data: { slug, audience: "draft", importedById: viewer.id },
      skipDuplicates: true,
      select: { id: true, slug: true },
    });
    if (created) return created;
  }
}
