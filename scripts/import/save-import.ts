import { createTranslator } from "use-intl/core";
import type { Language } from "@/core/article/language";
import { slugFrom } from "@/core/article/slug";
import { writeVersion } from "@/formats/version/write-version";
import { importArticle } from "@/server/articles/import-article";
import { db } from "@/server/db";
import { env } from "@/server/env";
import { createImport } from "@/server/imports/create-import";
import { makeOwnerLink } from "@/server/owner";
import { operatorMessages } from "../operator-messages";
import { openDatabase } from "./open-database";
import type { ImportArguments } from "./read-arguments";
import type { ImportedDocument } from "./read-document";

export type SaveResult =
  /** `address`: where it can be read; `ownerLink`: what to open before, where nobody owns the installation yet. */
  | { readonly ok: true; readonly address: string; readonly ownerLink: string | null }
  | { readonly ok: false; readonly reason: "slug-taken" | "slug-invalid" | "empty" };

/** Saves an imported document as a new article of this installation, and says where it is. */
export async function saveImport(
  imported: ImportedDocument,
  { slug, isPublished }: Pick<ImportArguments, "slug" | "isPublished">,
): Promise<SaveResult> {
  const database = await openDatabase();
  try {
    const result = await importUnder(imported, slug, isPublished ? "library" : "draft");
    if (!result.ok) return result;
    await keepUpload(imported, result.slug);
    const address = new URL(`/read/${result.slug}`, env().PUBLIC_URL).href;
    return { ok: true, address, ownerLink: isPublished ? null : await makeOwnerLink() };
  } finally {
    await db().$disconnect();
    await database.close();
  }
}

/** The files as they came, with their hashes, beside the article they became. */
async function keepUpload({ uploads }: ImportedDocument, slug: string): Promise<void> {
  const { id } = await db().article.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  await createImport(null, uploads, id);
}

/** One or two sentences that say how saving went. */
export function describeSave(result: SaveResult, language: Language): string {
  const t = createTranslator({
    locale: language,
    messages: operatorMessages(language),
    namespace: "Import",
  });
  if (!result.ok) return t(`notSaved.${result.reason}`);
  const { address, ownerLink } = result;
  const saved = t("saved", { address });
  return ownerLink ? `${saved}\n${t("ownerFirst", { ownerLink })}` : saved;
}

/** Under the wanted name; without one, under one made of the title, with a number where it is taken. */
async function importUnder(
  imported: ImportedDocument,
  slug: string | undefined,
  audience: "draft" | "library",
) {
  const files = writeVersion(imported.article);
  const input = { files, audience, message: "import", importedById: null };
  if (slug) return importArticle({ ...input, slug });

  const name = slugFrom(imported.titles.de ?? imported.titles.en ?? "") || "text";
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    const result = await importArticle({ ...input, slug: candidate });
    if (result.ok || result.reason !== "slug-taken") return result;
  }
}
