import { createTranslator } from "use-intl/core";
import { db } from "@/server/db";
import { openDatabase } from "../import/open-database";
import { operatorLanguage, operatorMessages } from "../operator-messages";
import { readCommand } from "./read-command";
import { runCommand } from "./run-command";

/**
 * Does what stands after `npm run admin --` and prints what came of it, or why it was refused. Exit codes:
 * 0 done, 1 what it names is not there or taken, 2 the command is wrong.
 */
export async function runLine(argv: readonly string[]): Promise<number> {
  const language = operatorLanguage(process.env);
  const messages = operatorMessages(language);
  const t = createTranslator({ locale: language, messages, namespace: "Admin" });
  const read = readCommand(argv);
  if (!read.ok) {
    if (argv.length > 0) {
      console.error(
        read.option === null ? t("unknownCommand") : t("badOption", { option: read.option }),
      );
    }
    console.error(t("usage"));
    return 2;
  }
  const database = await openDatabase();
  try {
    const result = await runCommand(read.command);
    if (!result.ok) {
      console.error(t(`refusal.${result.reason}`));
      return 1;
    }
    for (const line of result.lines)
      console.log(read.isJson ? JSON.stringify(line) : readable(line));
    return 0;
  } finally {
    await db().$disconnect();
    await database.close();
  }
}

/** "email: anna@example.org, role: reader"; what stands alone is printed alone, so that a script can take it as it is. */
function readable(line: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(line).filter(([, value]) => value !== null);
  return entries.map(([name, value]) => `${name}: ${[value].flat().join(" ")}`).join(", ");
}
