import type { FrontMatter } from "./front-matter";
import type { Language } from "./language";

/** What the library shows of an article. */
export type ArticleSummary = {
  readonly slug: string;
  readonly audience: "draft" | "library";
  /** `null` where the document has no headline in that language. */
  readonly titles: Readonly<Record<Language, string | null>>;
  readonly minutes: Readonly<Record<Language, number>>;
  readonly level: FrontMatter["level"];
  readonly direction: FrontMatter["direction"];
  readonly isFiction: boolean;
};
