import * as z from "zod/mini";

const line = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));

/** Of the Common European Framework of Reference for Languages. */
export const levels = ["A1", "A2", "B1", "B2", "C1", "C2"] as const;

/**
 * The YAML front matter of one side's MDX file. Fields in `sharedFields` belong to the article: they may stand in either
 * file and must agree where they stand in both.
 */
export const frontMatterSchema = z.strictObject({
  /** Missing where the document has no headline in this language. */
  title: z.optional(line),
  subtitle: z.optional(line),
  /** Above the headline, what it belongs to: "Wirtschaft". */
  kicker: z.optional(line),
  byline: z.optional(line),
  /** Place and date as printed above the text: "Berlin, 6. April 2025". */
  dateline: z.optional(line),
  /** Lines printed below the text: who wrote it, and what they are. */
  signature: z.optional(z.array(line).check(z.maxLength(20))),
  /** ISO 8601 calendar date. */
  date: z.optional(z.iso.date()),
  source: z.optional(
    z.strictObject({ name: line, url: z.optional(z.url().check(z.maxLength(2000))) }),
  ),
  /** Which side was written first; missing where nobody knows. */
  direction: z.optional(z.enum(["de-en", "en-de"])),
  level: z.optional(z.enum(levels)),
  licence: z.optional(line),
  /** Set on invented stories and reports: readers are told. */
  fiction: z.optional(z.boolean()),
});

export type FrontMatter = z.infer<typeof frontMatterSchema>;

export const sharedFields = ["date", "source", "direction", "level", "licence", "fiction"] as const;
