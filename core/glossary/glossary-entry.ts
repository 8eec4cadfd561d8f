import * as z from "zod/mini";

const term = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));

/** A term that the articles of a library are to translate in one way, in the forms that a dictionary has. */
export const glossaryEntrySchema = z.strictObject({
  de: term,
  en: term,
  /** What colleagues should know of it. */
  note: z._default(z.string().check(z.trim(), z.maxLength(500)), ""),
});

export type GlossaryEntry = z.infer<typeof glossaryEntrySchema>;

/** Enough for a publisher's glossary; each term is looked for in every sentence. */
export const maxGlossaryEntries = 5000;
