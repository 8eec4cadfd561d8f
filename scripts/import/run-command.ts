import type { Language } from "@/core/article/language";
import { operatorLanguage } from "../operator-messages";
import { describeImport, describeProblem, describeRefusal } from "./describe-import";
import { describeMerge, mergeTranslation } from "./merge-translation";
import { readArguments } from "./read-arguments";
import { type ImportedDocument, readDocument } from "./read-document";
import { describeSave, saveImport } from "./save-import";

/** Imports what the command line names. Exit codes: 0 done, 1 the document cannot be imported, 2 the command is wrong. */
export async function runCommand(argv: readonly string[]): Promise<number> {
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
