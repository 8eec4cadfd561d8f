import type { ShownAnnotation } from "./store/apply-changes";
import type { PartsOfPassage } from "./use-parts-index";

/** An annotation in another part of a long text. */
export type AnnotationElsewhere = {
  readonly shown: ShownAnnotation;
  readonly part: number;
  /** The part that is read holds its other half. */
  readonly isHereToo: boolean;
};

type Sorted = {
  readonly orphaned: readonly ShownAnnotation[];
  /** In the order of the parts. */
  readonly elsewhere: readonly AnnotationElsewhere[];
};

/**
 * Tells what has lost its place from what stands in another part. What reaches over the end of a part is in two of them
 * and is whole in neither: it is listed, and never called orphaned. Where the parts are not known yet nothing is said.
 */
export function sortMissing(
  missing: readonly ShownAnnotation[],
  part: number,
  partsOf: PartsOfPassage,
): Sorted {
  const orphaned: ShownAnnotation[] = [];
  const elsewhere: AnnotationElsewhere[] = [];
  for (const shown of missing) {
    const parts = partsOf(shown.annotation.anchor);
    const other = parts?.find((candidate) => candidate !== part);
    if (other !== undefined) {
      elsewhere.push({ shown, part: other, isHereToo: parts?.includes(part) ?? false });
    } else if (parts) orphaned.push(shown);
  }
  return { orphaned, elsewhere: elsewhere.sort((a, b) => a.part - b.part) };
}
