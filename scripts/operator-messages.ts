import type { Language } from "@/core/article/language";
import german from "@/messages/de.json";
import english from "@/messages/en.json";

/** The language in which commands speak: the wanted one, else that of the operator's environment, else English. */
export function operatorLanguage(
  environment: Readonly<Record<string, string | undefined>>,
  wanted?: Language,
): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return wanted ?? (/^de(?:[_.@-]|$)/i.test(locale) ? "de" : "en");
}

export function operatorMessages(language: Language): typeof german {
  return language === "de" ? german : english;
}
