import type { Language } from "@/core/article/language";
import { describeImport, describeProblem, describeRefusal } from "./import/describe-import";
import { describeMerge, mergeTranslation } from "./import/merge-translation";
import { readArguments } from "./import/read-arguments";
import { type ImportedDocument, readDocument } from "./import/read-document";
import { describeSave, saveImport } from "./import/save-import";
import { operatorLanguage } from "./operator-messages";

// Turns a raw bilingual document into an aligned article: `npm run import -- FILE [FILE2] [--slug SLUG] [--publish] [--dry-run] [--json]`, or takes a
// translation file back into its article: `npm run import -- FILE.tmx --into SLUG`.
process.exitCode = await main(process.argv.slice(2));

/** Exit codes: 0 done, 1 the document cannot be imported, 2 the command is wrong. */
async function main(argv: readonly string[]): Promise<number> {
  const parsed = readArguments(argv);
  if (!parsed.ok) {
    console.error(describeProblem(parsed.problem, operatorLanguage(process.env, parsed.language)));
    return 2;
  }
  const { files, isJson } = parsed.arguments;
  const language = operatorLanguage(process.env, parsed.arguments.language);

  const { into } = parsed.arguments;
  if (into) return mergeInto(into, files, language);

  const imported = await readDocument(files);
  if (!imported.ok) {
    console.error(describeRefusal(imported, language));
    return 1;
  }
  console.log(isJson ? toJson(imported) : describeImport(imported, language));
  if (parsed.arguments.isDryRun) return 0;

  const saved = await saveImport(imported, parsed.arguments);
  console.error(describeSave(saved, language)); // beside the JSON on standard output
  return saved.ok ? 0 : 1;
}

/** A translation file that comes back from another program. */
async function mergeInto(
  slug: string,
  files: readonly string[],
  language: Language,
): Promise<number> {
  const result = await mergeTranslation(slug, files[0] ?? "");
  console.error(describeMerge(result, language));
  return result.ok ? 0 : 1;
}

function toJson(imported: ImportedDocument): string {
  const { article, ok, lines, uploads, ...told } = imported;
  return JSON.stringify(told, null, 2);
}
