import * as z from "zod/mini";
import type { ArticleAudience } from "../audience/article-policy";
import type { Article } from "./article";
import { frontMatterSchema } from "./front-matter";
import { minutesToRead } from "./minutes-to-read";

const bySide = z.strictObject({ de: z.nullable(z.string()), en: z.nullable(z.string()) });

/** What a version is stored with beside its texts, so that a list of articles reads none of them. */
export const versionSummarySchema = z.strictObject({
  /** `null` where the document has no headline in that language. */
  titles: bySide,
  /** `null` where there is none in that language; summaries that were stored before subtitles were kept have none. */
  subtitles: z._default(bySide, { de: null, en: null }),
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
    subtitles: { de: de.frontMatter.subtitle ?? null, en: en.frontMatter.subtitle ?? null },
    minutes: { de: minutesToRead(de), en: minutesToRead(en) },
    ...(shared.level && { level: shared.level }),
    ...(shared.direction && { direction: shared.direction }),
    isFiction: shared.fiction ?? false,
  };
}
