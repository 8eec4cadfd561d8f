import type { Colour } from "@/core/annotation/annotation";
import type { ShownAnnotation } from "./store/apply-changes";

/** Which annotations a page shows: of each list any, and of an empty list all. */
export type MarginFilter = {
  /** Ids; `"me"` for the reader. */
  readonly authors: readonly string[];
  readonly colours: readonly Colour[];
  readonly tags: readonly string[];
};

export const noFilter: MarginFilter = { authors: [], colours: [], tags: [] };

export function isFiltering({ authors, colours, tags }: MarginFilter): boolean {
  return authors.length + colours.length + tags.length > 0;
}

export function passesFilter(filter: MarginFilter, shown: ShownAnnotation): boolean {
  const { annotation } = shown;
  const holds = <Value>(wanted: readonly Value[], has: (value: Value) => boolean) =>
    wanted.length === 0 || wanted.some(has);
  return (
    holds(filter.authors, (author) => author === authorOf(shown)) &&
    holds(filter.colours, (colour) => colour === annotation.colour) &&
    holds(filter.tags, (tag) => annotation.tags.includes(tag))
  );
}

/** What there is to choose from, each as often as it is there. */
export type FilterChoices = {
  readonly authors: ReadonlyMap<string, { readonly name: string | null; readonly count: number }>;
  readonly colours: ReadonlyMap<Colour, number>;
  readonly tags: ReadonlyMap<string, number>;
};

export function filterChoices(all: readonly ShownAnnotation[]): FilterChoices {
  const authors = new Map<string, { name: string | null; count: number }>();
  const colours = new Map<Colour, number>();
  const tags = new Map<string, number>();
  for (const shown of all) {
    const { annotation, author } = shown;
    const id = authorOf(shown);
    const count = 1 + (authors.get(id)?.count ?? 0);
    authors.set(id, { name: shown.isOwn ? null : (author?.name ?? null), count });
    colours.set(annotation.colour, 1 + (colours.get(annotation.colour) ?? 0));
    for (const tag of annotation.tags) tags.set(tag, 1 + (tags.get(tag) ?? 0));
  }
  return { authors, colours, tags };
}

function authorOf({ isOwn, author }: ShownAnnotation): string {
  return isOwn ? "me" : (author?.id ?? "");
}
