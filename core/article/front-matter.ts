import { z } from "zod";

const line = z.string().trim().min(1).max(300);

/**
 * The YAML front matter of one side's MDX file. Fields in `sharedFields` belong to the article: they may stand in either
 * file and must agree where they stand in both.
 */
export const frontMatterSchema = z.strictObject({
  /** Missing where the document has no headline in this language. */
  title: line.optional(),
  subtitle: line.optional(),
  /** Above the headline, what it belongs to: "Wirtschaft". */
  kicker: line.optional(),
  byline: line.optional(),
  /** Place and date as printed above the text: "Berlin, 6. April 2025". */
  dateline: line.optional(),
  /** Lines printed below the text: who wrote it, and what they are. */
  signature: z.array(line).max(20).optional(),
  /** ISO 8601 calendar date. */
  date: z.iso.date().optional(),
  source: z.strictObject({ name: line, url: z.url().max(2000).optional() }).optional(),
  /** Which side was written first; missing where nobody knows. */
  direction: z.enum(["de-en", "en-de"]).optional(),
  level: z.enum(["A1", "A2", "B1", "B2", "C1", "C2"]).optional(),
  licence: line.optional(),
  /** Set on invented stories and reports: readers are told. */
  fiction: z.boolean().optional(),
});

export type FrontMatter = z.infer<typeof frontMatterSchema>;

export const sharedFields = ["date", "source", "direction", "level", "licence", "fiction"] as const;
