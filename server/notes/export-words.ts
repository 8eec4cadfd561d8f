import "server-only";
import type { ExportWords } from "@/core/notes/export-words";
import de from "@/messages/de.json";
import en from "@/messages/en.json";

/** The words of an export in a language of the interface. */
export function exportWords(language: "de" | "en"): ExportWords {
  const { Notes: words, NotesExport } = language === "de" ? de : en;
  return {
    ...NotesExport,
    language,
    title: words.title,
    languages: words.sides,
    audiences: words.audience,
    tags: words.tags,
    resolved: words.states.resolved,
    orphaned: words.states.orphaned,
    somebody: words.somebody,
  };
}
