import { type FrontMatter, sharedFields } from "@/core/article/front-matter";
import { type Language, languages } from "@/core/article/language";
import type { RoleText } from "../raw-text/assign-roles";
import { isoDate } from "../raw-text/iso-date";
import type { SideRoles } from "./assign-side-roles";
import type { DocumentSides } from "./document-sides";

/** The headline of a side: as its file gives it, or as its text was read. */
export function titleOf(sides: DocumentSides, side: Language, { roles }: SideRoles): string | null {
  const title = roles.find((entry) => entry.role === "title");
  const given = sides.frontMatter[side].title;
  return given ?? (title ? title.text.replace(/^#{1,6}\s+/u, "") : null);
}

/** What stands above and below a text, and what its file says of it. */
export function frontMatterOf(
  sides: DocumentSides,
  side: Language,
  both: Readonly<Record<Language, SideRoles>>,
): FrontMatter {
  const { roles } = both[side];
  const given = sides.frontMatter[side];
  const first = (role: RoleText["role"]) => roles.find((entry) => entry.role === role)?.text;
  // Both are printed below the text.
  const signature = roles.flatMap(({ role, text }) =>
    role === "signature" || role === "credit" ? [text] : [],
  );
  const title = titleOf(sides, side, both[side]);
  const subtitle = first("subtitle");
  const kicker = first("kicker");
  const byline = first("byline");
  const dateline = first("dateline");
  const date = dateOf(both);
  return {
    ...(title && { title }),
    ...(subtitle && { subtitle }),
    ...(kicker && { kicker }),
    ...(byline && { byline }),
    ...(dateline && { dateline }),
    ...(signature.length > 0 && { signature }),
    ...(date && { date }),
    ...given,
    ...agreed(sides, side),
  };
}

/** A date belongs to the article: where the two sides differ, nobody knows which is meant. */
function dateOf(both: Readonly<Record<Language, SideRoles>>): string | undefined {
  const dates = languages.flatMap((side) =>
    both[side].roles.flatMap((entry) =>
      entry.role === "dateline" ? (isoDate(entry.text) ?? []) : [],
    ),
  );
  return new Set(dates).size === 1 ? dates[0] : undefined;
}

/** Of fields that belong to the article, the German side's count where two files differ. */
function agreed({ frontMatter }: DocumentSides, side: Language): FrontMatter {
  if (side === "de") return {};
  const own = sharedFields.filter(
    (field) => frontMatter.en[field] !== undefined && frontMatter.de[field] !== undefined,
  );
  return Object.fromEntries(own.map((field) => [field, frontMatter.de[field]]));
}
