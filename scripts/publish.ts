import { fileURLToPath } from "node:url";
import { createTranslator } from "use-intl/core";
import { publishContent } from "@/server/articles/publish-content";
import { readAhead } from "@/server/articles/read-ahead";
import { db } from "@/server/db";
import { operatorLanguage, operatorMessages } from "./operator-messages";

// Takes content/ into the library; says what changed and what an author should look at, nothing otherwise.
const language = operatorLanguage(process.env);
const t = createTranslator({
  locale: language,
  messages: operatorMessages(language),
  namespace: "Publish",
});

const outcomes = await publishContent(fileURLToPath(new URL("../content", import.meta.url)));
for (const outcome of outcomes) {
  const { slug, kind } = outcome;
  if (kind === "refused")
    console.log(t("refused", { slug, reason: t(`reason.${outcome.reason}`) }));
  else if (kind !== "unchanged") console.log(t(kind, { slug, version: outcome.version }));
  if (outcome.messages.length > 0)
    console.log(t("messages", { slug, count: outcome.messages.length }));
}
// No start waits longer for texts that this build has yet to read.
const READ_AHEAD_LIMIT_MS = 10_000;
await readAhead(READ_AHEAD_LIMIT_MS);
await db().$disconnect();
