import { z } from "zod";
import type { Article } from "./article";
import { frontMatterSchema } from "./front-matter";
import { minutesToRead } from "./minutes-to-read";
import type { ArticleAudience } from "./policy";

/** What a version is stored with beside its texts, so that a list of articles reads none of them. */
export const versionSummarySchema = z.strictObject({
  /** `null` where the document has no headline in that language. */
  titles: z.strictObject({ de: z.string().nullable(), en: z.string().nullable() }),
  minutes: z.strictObject({ de: z.int(), en: z.int() }),
  level: frontMatterSchema.shape.level,
  direction: frontMatterSchema.shape.direction,
  isFiction: z.boolean(),
});
export type VersionSummary = z.infer<typeof versionSummarySchema>;

/** What the library shows of an article. */
export type ArticleSummary = Readonly<VersionSummary> & {
  readonly slug: string;
  readonly audience: ArticleAudience;
};

export function summarise({ sides: { de, en } }: Article): VersionSummary {
  // What belongs to the article may stand in either file's front matter.
  const shared = { ...en.frontMatter, ...de.frontMatter };
  return {
    titles: { de: de.frontMatter.title ?? null, en: en.frontMatter.title ?? null },
    minutes: { de: minutesToRead(de), en: minutesToRead(en) },
    ...(shared.level && { level: shared.level }),
    ...(shared.direction && { direction: shared.direction }),
    isFiction: shared.fiction ?? false,
  };
}
