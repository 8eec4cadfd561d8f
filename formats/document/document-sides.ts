import type { Bead } from "@/core/article/article";
import type { ContentNode } from "@/core/article/content";
import type { FrontMatter } from "@/core/article/front-matter";
import type { Language } from "@/core/article/language";
import type { LeftOver, RoleText } from "../raw-text/assign-roles";
import type { Line } from "../raw-text/read-lines";

/** How the two languages stand in the files. */
export type DocumentLayout =
  | "two-files"
  | "halves"
  | "alternating"
  | "labelled"
  | "columns"
  | "pairs";

/** Both sides of a document, before roles are told from text. */
export type DocumentSides = {
  readonly layout: DocumentLayout;
  /** In reading order; what is in different groups does not translate each other. */
  readonly groups: readonly SideGroup[];
  readonly labels: readonly RoleText[];
  readonly leftOvers: readonly LeftOver[];
  readonly footnotes: Readonly<Record<Language, readonly ContentNode[]>>;
  readonly frontMatter: Readonly<Record<Language, FrontMatter>>;
};

export type SideGroup = Readonly<Record<Language, readonly Line[]>> & {
  /** Set where somebody aligned these before. */
  readonly given: Pick<Bead, "status" | "probability"> | null;
  /** True where it stands in the same paragraph as the group before. */
  readonly isContinued: boolean;
};

export function freeGroup(lines: Readonly<Record<Language, readonly Line[]>>): SideGroup {
  return { ...lines, given: null, isContinued: false };
}
