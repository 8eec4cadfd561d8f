import { z } from "zod";

const term = z.string().trim().min(1).max(200);

/** A term that the articles of a library are to translate in one way, in the forms that a dictionary has. */
export const glossaryEntrySchema = z.strictObject({
  de: term,
  en: term,
  /** What colleagues should know of it. */
  note: z.string().trim().max(500).default(""),
});

export type GlossaryEntry = z.infer<typeof glossaryEntrySchema>;

/** Enough for a publisher's glossary; each term is looked for in every sentence. */
export const maxGlossaryEntries = 5000;
