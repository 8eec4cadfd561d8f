import { createTranslator } from "use-intl/core";
import type { Language } from "@/core/article/language";
import type { ContentMessage } from "@/formats/version/content-message";
import { operatorMessages } from "../operator-messages";
import type { ContentReport, FolderRefusal, FolderReport } from "./check-content";

function translator(language: Language) {
  return createTranslator({
    locale: language,
    messages: operatorMessages(language),
    namespace: "Content",
  });
}

type Translate = ReturnType<typeof translator>;

/** One sentence that says why nothing was checked. */
export function describeRefusal(
  reason: Extract<ContentReport, { ok: false }>["reason"] | "usage",
  directory: string,
  slug: string | null,
  language: Language,
): string {
  return translator(language)(`refusal.${reason}`, { directory, slug: slug ?? "" });
}

/** The messages of every article, each with its place, and a line that sums up. */
export function describeContent(
  folders: readonly (FolderReport | FolderRefusal)[],
  language: Language,
): string {
  const t = translator(language);
  const messages = folders.flatMap((folder) => ("refusal" in folder ? [] : folder.messages));
  const refused = folders.filter((folder) => "refusal" in folder).length;
  const warnings = messages.filter(({ isError }) => !isError).length;
  const errors = messages.length - warnings + refused;
  return [
    ...folders.flatMap((folder) => describeFolder(folder, t)),
    t("summary", { articles: folders.length, errors, warnings }),
  ].join("\n");
}

function describeFolder(folder: FolderReport | FolderRefusal, t: Translate): string[] {
  if ("refusal" in folder) return [folder.slug, `  ${t(`refusal.${folder.refusal}`)}`, ""];
  const lines = [
    ...folder.messages.map((message) => describeMessage(message, t)),
    ...(folder.changedBeads > 0 ? [t("changedBeads", { count: folder.changedBeads })] : []),
    ...(folder.alignment === "fits" ? [] : [t(`alignment.${folder.alignment}`)]),
  ];
  return lines.length > 0 ? [folder.slug, ...lines.map((line) => `  ${line}`), ""] : [];
}

function describeMessage(message: ContentMessage, t: Translate): string {
  const { file, place, rule, actual, expected, isError } = message;
  const where = place ? `${file}:${place.line}:${place.column}` : file;
  const sentence = t(`rule.${rule}`, { actual, expected: expected.join(", ") || "–" });
  return `${where}  ${t(isError ? "error" : "warning")}  ${sentence}  [${rule}]`;
}
