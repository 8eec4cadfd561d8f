import { readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Article } from "@/core/article/article";
import { identifyLanguage } from "@/core/text/identify-language";
import { readRawText } from "@/formats/raw-text/read-raw-text";
import { readVersion } from "@/formats/version/read-version";

/**
 * The article that a drill works on: a folder with `de.mdx` and `en.mdx`; a text that holds both languages, as the import
 * takes it; or a text or MDX of one language, whose other side is empty.
 */
export async function readArticle(path: string): Promise<Article> {
  if ((await stat(path)).isDirectory()) {
    const [de, en] = await Promise.all([
      readFile(join(path, "de.mdx"), "utf8"),
      readFile(join(path, "en.mdx"), "utf8"),
    ]);
    return readVersion({ de, en, alignment: null }).article;
  }
  const bytes = await readFile(path);
  if (extname(path) !== ".mdx") {
    const imported = readRawText(bytes);
    if (imported.ok) return imported.article;
  }
  const text = new TextDecoder().decode(bytes);
  const { language } = identifyLanguage(text);
  const sides = { de: "", en: "", alignment: null };
  return readVersion({ ...sides, [language]: text }).article;
}
