import { annotationContext, type Preference, platformContext } from "./vocabulary";

/** An annotation as it is sent out: with `@context`, `id` and all. */
export type WrittenAnnotation = { readonly id: string } & Readonly<Record<string, unknown>>;

export type ContainerState = {
  /** The IRI of the container; it ends in a slash. */
  readonly base: string;
  readonly label: string;
  /** Of annotations, not of pages. */
  readonly total: number;
  /** ISO 8601; `null` where it is empty. */
  readonly modified: string | null;
};

export const PAGE_SIZE = 100;

/** The IRI of one of the container's representations: with the addresses of its annotations, or with the annotations. */
export function representationIri(base: string, preference: Preference): string {
  return preference === "minimal" ? base : `${base}?iris=${preference === "iris" ? 1 : 0}`;
}

/** The container as a collection (Web Annotation Protocol 4.2); `first`: what its first page holds, `null` to leave that out. */
export function writeContainer(
  state: ContainerState,
  preference: Preference,
  first: readonly WrittenAnnotation[] | null,
): Readonly<Record<string, unknown>> {
  const { base, label, total, modified } = state;
  const pages = Math.ceil(total / PAGE_SIZE);
  return {
    "@context": [annotationContext, platformContext],
    id: representationIri(base, preference),
    type: ["BasicContainer", "AnnotationCollection"],
    label,
    total,
    ...(modified !== null && { modified }),
    ...(pages > 0 && {
      first: first ? bodyOfPage(state, preference, 0, first) : pageIri(base, preference, 0),
      last: pageIri(base, preference, pages - 1),
    }),
  };
}

/** One page of it (4.3), from 0; `null` where there is none of that number. */
export function writePage(
  state: ContainerState,
  preference: Preference,
  number: number,
  items: readonly WrittenAnnotation[],
): Readonly<Record<string, unknown>> {
  return { "@context": annotationContext, ...bodyOfPage(state, preference, number, items) };
}

function bodyOfPage(
  { base, label, total, modified }: ContainerState,
  preference: Preference,
  number: number,
  items: readonly WrittenAnnotation[],
) {
  const pages = Math.ceil(total / PAGE_SIZE);
  return {
    id: pageIri(base, preference, number),
    type: "AnnotationPage",
    partOf: {
      id: representationIri(base, preference),
      label,
      total,
      ...(modified !== null && { modified }),
    },
    startIndex: number * PAGE_SIZE,
    ...(number + 1 < pages && { next: pageIri(base, preference, number + 1) }),
    ...(number > 0 && { prev: pageIri(base, preference, number - 1) }),
    items: preference === "iris" ? items.map(({ id }) => id) : items,
  };
}

function pageIri(base: string, preference: Preference, number: number): string {
  return `${base}?iris=${preference === "iris" ? 1 : 0}&page=${number}`;
}
