import * as z from "zod/mini";
import { levels } from "@/core/article/front-matter";
import { languages } from "@/core/article/language";

export const kinds = ["fiction", "nonfiction"] as const;
export const readings = ["unread", "begun", "read"] as const;
export const orders = ["newest", "shortest", "level"] as const;

/** A name as it stands in the address; what is not one of ours asks for nothing. */
function oneOf<const Name extends string>(names: readonly Name[]) {
  return z.pipe(z.transform(firstOf), z.catch(z.nullable(z.enum(names)), null));
}

const querySchema = z.object({
  level: oneOf(levels),
  kind: oneOf(kinds),
  /** The language that was written first. */
  original: oneOf(languages),
  /** Known in the reader's browser only: the server lists all of them. */
  reading: oneOf(readings),
  /** Words of a title. */
  q: z.pipe(z.transform(firstOf), z.catch(z.string().check(z.trim(), z.maxLength(100)), "")),
  order: z.pipe(z.transform(firstOf), z.catch(z.enum(orders), "newest")),
});

/** Which articles of the library are asked for, and in which order: what stands in the address. */
export type LibraryQuery = Readonly<z.infer<typeof querySchema>>;

export type Facet = "level" | "kind" | "original" | "reading";

/** Reads the parameters of an address; anything that is unknown or too long counts as not there. */
export function readLibraryQuery(parameters: Readonly<Record<string, unknown>>): LibraryQuery {
  return querySchema.parse(parameters);
}

/** The path of the library, without the interface's language, that asks for this. */
export function libraryPath(query: LibraryQuery): string {
  const search = new URLSearchParams(libraryParameters(query)).toString();
  return search === "" ? "/" : `/?${search}`;
}

/** Names and values for an address or a form; what is not asked for is not named. */
export function libraryParameters(query: LibraryQuery): [name: string, value: string][] {
  return Object.entries(query).filter((entry): entry is [string, string] => {
    const [name, value] = entry;
    return Boolean(value) && !(name === "order" && value === "newest");
  });
}

/** Whether articles may be left out; the order leaves none out. */
export function isFiltered({ level, kind, original, reading, q }: LibraryQuery): boolean {
  return [level, kind, original, reading, q].some(Boolean);
}

function firstOf(value: unknown): unknown {
  return (Array.isArray(value) ? value[0] : value) ?? undefined;
}
