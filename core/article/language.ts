/** The two languages of every article; each names one side of it. */
export const languages = ["de", "en"] as const;

export type Language = (typeof languages)[number];

export function otherLanguage(language: Language): Language {
  return language === "de" ? "en" : "de";
}
