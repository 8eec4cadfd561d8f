import * as z from "zod/mini";

/** A word of a dictionary with what it may mean in the other language, the commonest first. */
export const dictionaryEntrySchema = z.object({
  headword: z.string(),
  equivalents: z.array(z.string()),
});
export type DictionaryEntry = z.infer<typeof dictionaryEntrySchema>;
