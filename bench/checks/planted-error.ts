import { z } from "zod";
import { type Language, languages } from "@/core/article/language";

/** What was planted. A kind says what the translator or the converter did wrong, not which rule should notice. */
export const plantedKinds = [
  "empty-side",
  "untranslated",
  "partly-untranslated",
  "number-changed",
  "decimal-mark",
  "number-word",
  "magnitude",
  "date",
  "time",
  "percent",
  "unit",
  "currency",
  "name-misspelt",
  "name-diacritics",
  "name-wrong",
  "acronym",
  "quotes-wrong-kind",
  "quotes-unbalanced",
  "quotes-missing",
  "dash",
  "brackets",
  "end-mark",
  "double-word",
  "double-space",
  "glued-words",
  "space-before-punctuation",
  "no-break-space",
  "clause-dropped",
  "inconsistent-translation",
  "merged-translation",
  "glossary",
  "component",
] as const;

const text = z.string().max(1000);
const pairSchema = z.strictObject({ de: text.min(1), en: text.min(1) });

/** What surrounds a pair: other pairs of the same document, and terms of the library's glossary. */
const surroundings = {
  context: z.array(pairSchema).min(1).optional(),
  glossary: z.array(pairSchema).min(1).optional(),
};

/** One line of planted/tune.jsonl or planted/held-out.jsonl: a right translation but for exactly one error. */
export const plantedErrorSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+-\d\d$/),
  kind: z.enum(plantedKinds),
  where: z.enum(languages),
  /** The faulty span in code units; `null` where the error is that something is missing. */
  place: z
    .strictObject({
      side: z.enum(languages),
      start: z.int().nonnegative(),
      end: z.int().positive(),
    })
    .nullable(),
  /** Begins with the faulty span in ‹ ›, or with `missing ‹…›`. */
  note: z.string().min(1).max(200),
  de: text,
  en: text,
  /** The side `where` as it should be; with it the pair is without error. */
  mended: text.min(1),
  ...surroundings,
});

/** One line of near-misses.jsonl: a right translation that a naive rule would report, and for what. */
export const nearMissSchema = z.strictObject({
  id: z.string().regex(/^near-\d{3}$/),
  about: z.string().min(1).max(100),
  ...pairSchema.shape,
  ...surroundings,
});

export type PlantedError = z.infer<typeof plantedErrorSchema>;
export type Pair = Readonly<Record<Language, string>>;
