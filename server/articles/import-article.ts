import "server-only";
import type { VersionFiles } from "@/core/article/article";
import { isSlug } from "@/core/article/slug";
import type { ArticleAudience } from "@/core/audience/article-policy";
import { readVersion } from "@/formats/version/read-version";
import { db } from "../db";
import { addVersion } from "./add-version";

export type Import = {
  readonly slug: string;
  readonly files: VersionFiles;
  /** A draft, unless an editor or the operator puts it into the library at once. */
  readonly audience: ArticleAudience;
  /** What the version's history says of it. */
  readonly message: string;
  /** `null`: by the operator, on the command line. */
  readonly importedById: string | null;
};

export type ImportResult =
  | { readonly ok: true; readonly slug: string; readonly version: 1 }
  | { readonly ok: false; readonly reason: "slug-taken" | "slug-invalid" | "empty" };

/** Makes a new article of a document, whose first version it is. */
export async function importArticle(input: Import): Promise<ImportResult> {
  const { slug, audience, files, message, importedById } = input;
  if (!isSlug(slug)) return { ok: false, reason: "slug-invalid" };
  const { article } = readVersion(files);
  if (article.rows.length === 0) return { ok: false, reason: "empty" };

  return db().$transaction(async (transaction) => {
    const [created] = await transaction.article.createManyAndReturn({
      data: { slug, audience, importedById },
      skipDuplicates: true,
      select: { id: true },
    });
    if (!created) return { ok: false, reason: "slug-taken" };
    await addVersion(transaction, {
      articleId: created.id,
      number: 1,
      files,
      article,
      origin: "import",
      message,
      authorId: importedById,
      isShown: true,
    });
    return { ok: true, slug, version: 1 };
  });
}
