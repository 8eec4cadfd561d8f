import { createTranslator } from "use-intl/core";
import type { Language } from "@/core/article/language";
import { type MergedFile, mergeFileInto } from "@/server/articles/merge-file";
import { db } from "@/server/db";
import { operatorMessages } from "../operator-messages";
import { openDatabase } from "./open-database";
import { type ImportRefusal, loadFile } from "./read-document";

type Merged = MergedFile | ImportRefusal;

/** Takes a TMX, XLIFF or table that was changed elsewhere back into its article, as a new version. */
export async function mergeTranslation(slug: string, path: string): Promise<Merged> {
  const loaded = await loadFile(path);
  if (!loaded.ok) return loaded;
  const database = await openDatabase();
  try {
    const result = await mergeFileInto(slug, loaded.file.bytes);
    return result.ok ? result : { ...result, values: { ...result.values, file: path } };
  } finally {
    await db().$disconnect();
    await database.close();
  }
}

export function describeMerge(result: Merged, language: Language): string {
  const t = createTranslator({
    locale: language,
    messages: operatorMessages(language),
    namespace: "Import",
  });
  if (!result.ok) return t(`refusal.${result.reason}`, { ...result.values });
  const { changed, missing, version } = result;
  if (version === null) return t("merge.nothing");
  return t("merge.done", { changed: changed.length, missing, version });
}
