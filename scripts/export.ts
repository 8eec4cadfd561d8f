import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { createTranslator } from "use-intl/core";
import {
  type ExportedFile,
  exportArticle,
  exportFormats,
  isExportFormat,
} from "@/formats/interchange/export-article";
import { loadAnyArticle } from "@/server/articles/load-any-article";
import { db } from "@/server/db";
import { openDatabase } from "./import/open-database";
import { operatorLanguage, operatorMessages } from "./operator-messages";

// Writes an article for other programs: `npm run export -- SLUG --format tmx|xliff|xliff12|tsv|epub|html|mdx [--layout alternating] [--out FILE]`.
process.exitCode = await main(process.argv.slice(2));

/** Exit codes: 0 done, 1 there is no such article, 2 the command is wrong. */
async function main(argv: readonly string[]): Promise<number> {
  const t = createTranslator({
    locale: operatorLanguage(process.env),
    messages: operatorMessages(operatorLanguage(process.env)),
    namespace: "Export",
  });
  const wish = readWish(argv);
  if (!wish) {
    console.error(t("usage", { formats: exportFormats.join("|") }));
    return 2;
  }
  const database = await openDatabase();
  try {
    const found = await loadAnyArticle(wish.slug);
    if (!found) {
      console.error(t("unknown", { slug: wish.slug }));
      return 1;
    }
    const { modified } = found;
    const { slug, layout } = wish;
    const file = exportArticle(found.article, wish.format, { slug, modified, layout });
    console.error(t("written", { file: await save(file, wish.out) }));
    return 0;
  } finally {
    await db().$disconnect();
    await database.close();
  }
}

/** "-" is standard output. */
async function save({ name, bytes }: ExportedFile, out: string | undefined): Promise<string> {
  const path = out ?? name;
  if (path === "-") process.stdout.write(bytes);
  else await writeFile(path, bytes);
  return path;
}

function readWish(argv: readonly string[]) {
  const options = {
    format: { type: "string" },
    layout: { type: "string" },
    out: { type: "string" },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    const [slug, more] = positionals;
    const { format = "", layout = "side-by-side", out } = values;
    if (!slug || more !== undefined || !isExportFormat(format)) return null;
    if (layout !== "side-by-side" && layout !== "alternating") return null;
    return { slug, format, layout, out } as const;
  } catch {
    return null; // an option that is not there, or one without its value
  }
}
