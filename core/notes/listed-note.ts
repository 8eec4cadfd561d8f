import * as z from "zod/mini";
import { colours, storedAnnotationSchema } from "../annotation/annotation";
import { storedReplySchema } from "../annotation/reply";
import { languages } from "../article/language";

const titlesSchema = z.strictObject({ de: z.nullable(z.string()), en: z.nullable(z.string()) });

/** A note as the notes page lists it: the annotation with what surrounds it. */
const listedNoteSchema = z.strictObject({
  annotation: storedAnnotationSchema,
  replies: z.array(storedReplySchema),
  titles: titlesSchema,
  /** The words of the counterpart passage; empty where there is none. */
  counterpart: z.string(),
  isOrphaned: z.boolean(),
  /** The row that the passage begins in; `null` where the block is gone. */
  row: z.nullable(z.string()),
});
export type ListedNote = z.infer<typeof listedNoteSchema>;

export const notesPageSchema = z.strictObject({
  notes: z.array(listedNoteSchema),
  /** Asks for what follows; `null` on the last page. */
  next: z.nullable(z.string()),
});
export type NotesPage = z.infer<typeof notesPageSchema>;

function countedBy<Value extends z.core.$ZodType>(value: Value) {
  return z.array(z.strictObject({ value, count: z.int() }));
}

/** How many notes there are of each kind among those that the query finds. */
export const noteFacetsSchema = z.strictObject({
  total: z.int(),
  colours: countedBy(z.enum(colours)),
  sides: countedBy(z.enum(languages)),
  tags: countedBy(z.string()),
  articles: z.array(z.strictObject({ value: z.string(), titles: titlesSchema, count: z.int() })),
  groups: z.array(z.strictObject({ value: z.string(), name: z.string(), count: z.int() })),
  people: z.array(
    z.strictObject({ value: z.string(), name: z.nullable(z.string()), count: z.int() }),
  ),
  states: countedBy(z.enum(["open", "resolved", "orphaned"])),
});
export type NoteFacets = z.infer<typeof noteFacetsSchema>;
