import "server-only";
import { mapBetween } from "@/core/article/map-between";
import type { AppliedSegments } from "@/formats/interchange/apply-segments";
import { mergeFile } from "@/formats/interchange/interchange";
import { readVersion } from "@/formats/version/read-version";
import { writeVersion } from "@/formats/version/write-version";
import { db } from "../db";
import { addVersion } from "./add-version";
import { loadAnyArticle } from "./load-any-article";
import { loadVersion } from "./load-version";

export type MergedFile =
  | (Pick<AppliedSegments, "changed" | "missing"> & {
      readonly ok: true;
      /** `null` where the file says nothing new, and nothing was stored. */
      readonly version: number | null;
    })
  | Exclude<ReturnType<typeof mergeFile>, { readonly ok: true }>
  | {
      readonly ok: false;
      readonly reason: "article-unknown";
      readonly values: Readonly<Record<string, string | number>>;
    };

/** Takes what a translation file says of an article into a new version of it; for the operator, on the command line. */
export async function mergeFileInto(slug: string, bytes: Uint8Array): Promise<MergedFile> {
  const found = await loadAnyArticle(slug);
  if (!found) return { ok: false, reason: "article-unknown", values: { slug } };
  return db().$transaction(async (transaction) => {
    // So that nobody saves between what is read here and what is written.
    await transaction.$queryRaw`SELECT 1 FROM "article" WHERE "id" = ${found.id}::uuid FOR UPDATE`;
    const { currentVersionId } = await transaction.article.findUniqueOrThrow({
      where: { id: found.id },
      select: { currentVersionId: true },
    });
    const versionId = currentVersionId ?? found.versionId;
    const before = await loadVersion(versionId, transaction);
    const result = mergeFile(before, bytes);
    if (!result.ok) return result;
    const { changed, missing } = result;
    if (changed.length === 0) return { ok: true, changed, missing, version: null };
    const files = writeVersion(result.article);
    const { article } = readVersion(files);
    const { _max } = await transaction.articleVersion.aggregate({
      where: { articleId: found.id },
      _max: { number: true },
    });
    const version = (_max.number ?? 0) + 1;
    await addVersion(transaction, {
      articleId: found.id,
      number: version,
      files,
      article,
      origin: "import",
      message: "import",
      authorId: null,
      isShown: true,
      from: { versionId, map: mapBetween(before, article) },
    });
    return { ok: true, changed, missing, version };
  });
}
